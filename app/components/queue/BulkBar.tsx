import { bulkLimit } from '#app/domain/queue.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { type RefusalCode, refusalText } from '#app/text/refusals.ts';
import { queueText } from '#app/text/staff/queue.ts';
import { Banner } from '../ui/Banner.tsx';
import filters from '../ui/FilterForm.module.css';
import { FormFrame } from '../ui/FormFrame.tsx';
import styles from './BulkBar.module.css';

const text = queueText.bulk;

/** The form of the check boxes in the table, which stand outside of it. */
export const BULK = 'bulk';
export const bulkIntents = { begin: 'begin', assign: 'assign' } as const;
/** As the chosen colleague: the items become nobody's. */
export const nobody = 'nobody';

/** What came back of several items that were begun or assigned. */
export type BulkAnswer = {
  /** How many it was done for. */
  done: number;
  refusal: { code: string } | null;
  /** Items that stayed as they were, as `type:id`, and what is wrong with the form. */
  errors: readonly FieldError[];
  /** What was ticked. */
  picked: readonly string[];
  staffId: string;
};

export type BulkBarProps = {
  idempotencyKey: string;
  colleagues: readonly { id: string; name: string }[];
  self: string;
  answer: BulkAnswer | undefined;
};

/** 確認を始める and 担当にする for the ticked rows. */
export function BulkBar({ idempotencyKey, colleagues, self, answer }: BulkBarProps) {
  return (
    <section aria-label={text.label} className={styles.bulk}>
      <FormFrame
        id={BULK}
        idempotencyKey={idempotencyKey}
        submits={[
          { label: text.begin, intent: bulkIntents.begin, kind: 'secondary' },
          { label: text.assign, intent: bulkIntents.assign },
        ]}
      >
        <p className={styles.help}>{text.help(bulkLimit)}</p>
        <label className={filters.field}>
          <span>{text.assignTo}</span>
          <select name="staff_id" defaultValue={answer?.staffId ?? ''}>
            <option value="">{text.choose}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === self ? text.self(name) : name}
              </option>
            ))}
            <option value={nobody}>{text.nobody}</option>
          </select>
        </label>
      </FormFrame>
    </section>
  );
}

/** What was not done, item by item, and why. */
export function BulkResult({
  answer: { done, refusal, errors },
  nameOf,
}: {
  answer: BulkAnswer;
  nameOf: (item: string) => string;
}) {
  const items = errors.filter(({ field }) => field.includes(':'));
  const wrong = errors.filter(({ field }) => !field.includes(':')).map(wrongText);
  const title =
    refusal !== null
      ? refusalText(refusal.code as RefusalCode)
      : items.length > 0
        ? text.partly(done, items.length)
        : wrong.join('');
  return (
    <Banner kind={done > 0 ? 'warning' : 'error'} title={title}>
      {items.length === 0 ? null : (
        <ul>
          {items.map((item) => (
            <li key={item.field}>
              {nameOf(item.field)}：{leftText(item)}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}

const wrongText = ({ field, code, params }: FieldError): string =>
  field === 'staff_id'
    ? text.noPerson
    : code === 'too-many'
      ? text.tooMany(Number(params?.count), bulkLimit)
      : text.none;

const leftText = ({ code, params }: FieldError): string =>
  code === 'held'
    ? text.left.held(String(params?.holder ?? ''))
    : code === 'gone'
      ? text.left.gone
      : text.left['no-posting'];
