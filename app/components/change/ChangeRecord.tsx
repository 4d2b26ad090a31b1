import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type ShownChange = {
  request: ChangeRequest;
  /** null where the establishment itself is to be changed. */
  posting: Pick<Posting, 'id' | 'jobTitle' | 'number' | 'state' | 'validUntil'> | null;
  establishment: Pick<Establishment, 'id' | 'name'>;
};

export type ChangeRecordProps = ShownChange & {
  /** The last day of the posting once an extension is accepted today. */
  extendedUntil: CalendarDate | null;
  today: CalendarDate;
};

type Targeted = { posting: NonNullable<ShownChange['posting']> };

const text = changesText.record;

/** What is asked, for what, and what accepting it today would change. */
export function ChangeRecord(props: ChangeRecordProps) {
  const { request, posting, establishment, today } = props;
  const { kind, state, stopOn, stopReason, createdAt, waitingSince, answer, decidedAt } = request;
  const waits = state === 'submitted';
  return (
    <>
      <DefinitionTable
        caption={text.summary}
        rows={[
          { label: text.kind, value: changeKindWords[kind] },
          { label: text.asked, value: longInstant(waitingSince ?? createdAt) },
          ...(stopOn === null ? [] : [{ label: text.stopOn, value: longDate(stopOn) }]),
          ...(stopReason === null ? [] : [{ label: text.stopReason, value: stopReason }]),
          ...(answer === null ? [] : [{ label: text.answer, value: answer }]),
          ...(decidedAt === null ? [] : [{ label: text.decided, value: longInstant(decidedAt) }]),
        ]}
      />
      {waits && posting !== null && kind !== 'content' ? <Effect {...props} posting={posting} /> : null}
      {waits && stopOn !== null && stopOn < today ? <p>{text.late(stopOn)}</p> : null}
      {posting === null ? (
        <p>
          {changesText.columns.establishment}：
          <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>
        </p>
      ) : (
        <Target posting={posting} establishment={establishment} />
      )}
    </>
  );
}

function Target({ posting, establishment }: Targeted & Pick<ShownChange, 'establishment'>) {
  return (
    <DefinitionTable
      caption={text.targetTitle}
      rows={[
        {
          label: changesText.columns.posting,
          value: <Link to={paths.staff.review(posting.id)}>{posting.jobTitle ?? changesText.untitled}</Link>,
        },
        { label: text.number, value: posting.number },
        {
          label: changesText.columns.establishment,
          value: <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>,
        },
        { label: text.postingState, value: <StatusBadge mark={postingMarks[posting.state]} /> },
        {
          label: text.validUntil,
          value: posting.validUntil === null ? null : longDate(posting.validUntil),
        },
      ]}
    />
  );
}

/** 変更前 and 変更後 of what accepting changes. */
function Effect({
  request: { stopOn },
  posting,
  extendedUntil,
  today,
}: Omit<ChangeRecordProps, 'posting'> & Targeted) {
  const row =
    stopOn === null
      ? {
          label: text.effects.validUntil,
          before: posting.validUntil === null ? '' : longDate(posting.validUntil),
          after: extendedUntil === null ? '' : longDate(extendedUntil),
        }
      : {
          label: text.effects.state,
          before: text.valid,
          after: text.invalidFrom(stopOn < today ? today : stopOn),
        };
  return (
    <PlainTable
      caption={text.effect}
      rows={[row]}
      rowKey={({ label }) => label}
      empty={null}
      columns={[
        { key: 'label', label: text.item, heading: true, cell: ({ label }) => label },
        { key: 'before', label: text.before, cell: ({ before }) => before },
        { key: 'after', label: text.after, cell: ({ after }) => <b>{after}</b> },
      ]}
    />
  );
}
