import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import { shortDate } from '#app/text/format.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { restrictionMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { type ReferralRow, ReferralTable } from '../referral/ReferralTable.tsx';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { SheetLinks } from '../sheet/SheetLinks.tsx';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { RestrictionRecord, type RestrictionRecordProps } from './RestrictionRecord.tsx';
import { restrictionTrail } from './trails.ts';

export type HistoryRow = Restriction & { releasedBy: string | null };

export type RestrictionPageProps = RestrictionRecordProps & {
  /** The office that calls. */
  office: string;
  /** Day of the oldest overdue referral; null when there is none. */
  oldest: CalendarDate | null;
  overdue: { rows: readonly ReferralRow[]; total: number; page: number; pages: number };
  history: readonly HistoryRow[];
  timeline: readonly TimelineEntry[];
  mayRelease: boolean;
};

const text = restrictionsText;

/** 利用制限の1件: why, what to say on the telephone, the results it is about, and its lifting. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { restriction, establishment, ages, office, oldest, overdue, history, timeline, mayRelease } = props;
  const { id, released } = restriction;
  const navigate = useNavigate();
  const releases = mayRelease && released === null;
  useCommands(
    commandsOf('restriction', {
      release: releases ? () => void navigate(paths.staff.restrictionRelease(id)) : undefined,
    }),
  );
  return (
    <>
      <PageTitle title={establishment.name} over={text.over} trail={restrictionTrail}>
        <StatusBadge
          mark={restrictionMarks[released === null ? 'open' : released.transferId ? 'ended' : 'released']}
        />
      </PageTitle>
      <RestrictionRecord {...props} />
      {oldest === null ? null : (
        <section>
          <h2>{text.reminderTitle}</h2>
          <blockquote>
            {text
              .reminder({
                office,
                establishment: establishment.name,
                overdue: overdue.total,
                weeks: ages.overdueWeeks,
                oldest,
              })
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </blockquote>
        </section>
      )}
      <section>
        <h2>{text.resultsTitle}</h2>
        <p>
          <ButtonLink to={paths.print.unregistered(establishment.id)}>{text.print}</ButtonLink>
        </p>
        <ReferralTable
          caption={text.resultsTitle}
          captionHidden
          rows={overdue.rows}
          ages={ages}
          without="establishment"
          empty={<p>{text.resultsEmpty}</p>}
        />
        {overdue.total === 0 ? null : (
          <Pagination {...overdue} href={(page) => paths.staff.restriction(id, { page })} />
        )}
      </section>
      <History rows={history} />
      <section>
        <h2>{text.timeline}</h2>
        <RecordTimeline entries={timeline} empty={text.noTimeline} />
      </section>
      <Release id={id} released={released} mayRelease={mayRelease} />
    </>
  );
}

function Release({
  id,
  released,
  mayRelease,
}: Pick<Restriction, 'id' | 'released'> & Pick<RestrictionPageProps, 'mayRelease'>) {
  if (released?.transferId) return <p>{text.endedByTransfer(released.on)}</p>;
  if (released !== null)
    return (
      <>
        <p>{text.releasedOn(released.on)}</p>
        <SheetLinks sheets={[{ kind: 'release', to: paths.print.sheet('release', id) }]} />
      </>
    );
  if (!mayRelease) return <p>{text.auditor}</p>;
  return (
    <DecisionBar label={text.bar}>
      <ButtonLink to={paths.staff.restrictionRelease(id)} kind="primary" shortcut="l">
        {text.release}
      </ButtonLink>
    </DecisionBar>
  );
}

function History({ rows }: { rows: readonly HistoryRow[] }) {
  const { historyColumns: columns, channels } = text;
  return (
    <section>
      <h2>{text.historyTitle}</h2>
      <PlainTable
        caption={text.historyTitle}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          {
            key: 'begun',
            label: columns.begun,
            heading: true,
            cell: ({ begunOn }) => <time dateTime={begunOn}>{shortDate(begunOn)}</time>,
          },
          {
            key: 'released',
            label: columns.released,
            cell: ({ released }) =>
              released === null ? text.inForce : <time dateTime={released.on}>{shortDate(released.on)}</time>,
          },
          { key: 'by', label: columns.by, cell: ({ releasedBy }) => releasedBy },
          {
            key: 'talk',
            label: columns.talk,
            cell: ({ released }) =>
              released?.transferId
                ? text.byTransfer
                : [released?.spokenTo, released?.channel ? `（${channels[released.channel]}）` : null]
                    .filter(Boolean)
                    .join(''),
          },
          {
            key: 'promised',
            label: columns.promised,
            cell: ({ released }) => (released?.promisedOn ? shortDate(released.promisedOn) : null),
          },
          { key: 'reason', label: columns.reason, cell: ({ released }) => released?.reason ?? null },
        ]}
      />
    </section>
  );
}
