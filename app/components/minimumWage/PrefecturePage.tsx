import type { CalendarDate } from '#app/domain/calendar.ts';
import type { WageDoubt } from '#app/domain/minimumWage.ts';
import { minimumWageForm } from '#app/forms/minimumWage.ts';
import { dateOfInstant, yen } from '#app/text/format.ts';
import { doubtText, minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { beganWords, plainDate, type ShownWage } from './wages.ts';

export type HistoryRow = ShownWage & {
  source: string;
  state: 'past' | 'current' | 'next';
  /** Null for a wage the product ships. */
  entered: { id: string; by: string; at: string } | null;
};

/** Something to look at twice before it is entered; `replaces` is the amount that would go. */
export type WageQuestions = { doubts: readonly WageDoubt[]; replaces: number | null };

export type PrefecturePageProps = {
  code: string;
  name: string;
  /** The newest first. */
  history: readonly HistoryRow[];
  missed: boolean;
  /** The form's key; null where this person does not enter wages. */
  idempotencyKey: string | null;
  answer: (FormAnswer & Partial<WageQuestions>) | undefined;
};

const text = minimumWagesText;

/** One prefecture: every amount that is known, and the form for a new one. */
export function PrefecturePage(props: PrefecturePageProps) {
  const { code, name, history, missed, idempotencyKey, answer } = props;
  const questions = questionsOf(answer);
  const summary = summaryOf(minimumWageForm, answer);
  return (
    <>
      <PageTitle title={text.prefectureTitle(name)} hasErrors={answer !== undefined} />
      <ErrorSummary {...summary} messages={[...(summary.messages ?? []), ...questions]} />
      {missed ? (
        <Banner kind="warning" title={text.missedHere}>
          <p>{text.missedWhy}</p>
        </Banner>
      ) : null}
      <PlainTable
        caption={text.historyTitle}
        rows={history}
        rowKey={({ from }) => from}
        empty={null}
        columns={idempotencyKey === null ? facts : [...facts, acts(code)]}
      />
      {idempotencyKey === null ? (
        <>
          <p>{text.supervisorOnly}</p>
          <ButtonRow>
            <ButtonLink to={paths.staff.minimumWages()}>{text.back}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <EnterForm {...props} idempotencyKey={idempotencyKey} questions={questions} />
      )}
    </>
  );
}

/** What is known on this page, so that whatever changes meanwhile is noticed: `2025-11-01=1141`. */
export const shownWages = (history: readonly Pick<ShownWage, 'from' | 'yen'>[]): string =>
  history.map(({ from, yen: amount }) => `${from}=${amount}`).join(' ');

/** The amount that page knew from that day on; null for none. */
export function yenShown(shown: string, from: CalendarDate): number | null {
  const [, amount] = shown
    .split(' ')
    .map((one) => one.split('='))
    .find(([day]) => day === from) ?? [undefined, undefined];
  return amount === undefined ? null : Number(amount);
}

/** Posted as `confirmed` once somebody has read it. */
export const codesOf = ({ doubts, replaces }: WageQuestions): readonly string[] => [
  ...doubts,
  ...(replaces === null ? [] : [`replaces-${replaces}`]),
];

const questionsOf = (answer: Partial<WageQuestions> | undefined): FieldMessage[] => [
  ...(answer?.doubts ?? []).map((doubt) => ({
    field: doubt === 'past' ? 'effective_from' : 'yen',
    message: doubtText(doubt),
    severity: 'warning' as const,
  })),
  ...(typeof answer?.replaces === 'number'
    ? [
        {
          field: 'effective_from',
          message: text.replaces(yen(answer.replaces)),
          severity: 'warning' as const,
        },
      ]
    : []),
];

function EnterForm({
  history,
  idempotencyKey,
  answer,
  questions,
}: PrefecturePageProps & { idempotencyKey: string; questions: readonly FieldMessage[] }) {
  const confirmed = codesOf({ doubts: answer?.doubts ?? [], replaces: answer?.replaces ?? null });
  const messages = [...messagesOf(minimumWageForm, answer), ...questions];
  return (
    <FormFrame
      idempotencyKey={idempotencyKey}
      hidden={{ shown: shownWages(history) }}
      submits={[{ label: text.enter, intent: 'enter' }]}
      cancel={{ to: paths.staff.minimumWages(), label: text.back }}
    >
      {confirmed.map((code) => (
        <input key={code} type="hidden" name="confirmed" value={code} />
      ))}
      {minimumWageForm.sections.map((section) => (
        <FieldSet key={section.id} section={section} typed={answer?.typed ?? {}} messages={messages} />
      ))}
    </FormFrame>
  );
}

const facts: readonly Column<HistoryRow>[] = [
  { key: 'from', label: text.columns.from, heading: true, cell: beganWords },
  { key: 'yen', label: text.columns.yen, end: true, cell: ({ yen: amount }) => yen(amount) },
  { key: 'state', label: text.columns.kind, cell: ({ state }) => text.state[state] },
  { key: 'source', label: text.columns.source, cell: ({ source }) => source },
  {
    key: 'entered',
    label: text.columns.entered,
    cell: ({ entered }) =>
      entered === null ? text.shipped : text.enteredBy(entered.by, plainDate(dateOfInstant(entered.at))),
  },
];

const acts = (code: string): Column<HistoryRow> => ({
  key: 'act',
  label: text.columns.act,
  cell: ({ entered, from }) =>
    entered === null ? null : (
      <Link
        to={paths.staff.minimumWageWithdraw(code, entered.id)}
        aria-label={text.withdrawOf(plainDate(from))}
      >
        {text.withdraw}
      </Link>
    ),
});
