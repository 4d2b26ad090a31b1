import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { ReplacementCause } from '#app/domain/establishment.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { versionsText as text } from '#app/text/staff/versions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import changeStyles from '../change/Differences.module.css';
import { Differences } from '../change/Differences.tsx';
import type { StepDifferences } from '../change/differences.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import styles from './VersionsPage.module.css';

/** What made a version, as db/queries/versions.ts reads it. */
type Made = {
  id: string;
  at: Instant;
  by: string | null;
  cause: ReplacementCause;
  requestId: string | null;
  reason: string | null;
};

/** A version: `made` is null for the first, `until` for the one in force. */
export type VersionLine = { number: number; made: Made | null; until: Instant | null };

export type VersionsPageProps = {
  of: 'posting' | 'establishment';
  /** Whose versions: the page above. */
  above: { to: string; label: string };
  /** Beside the title. */
  beside?: string;
  back: string;
  begunOn: CalendarDate | null;
  /** Newest first. */
  lines: readonly VersionLine[];
  /** Two neighbours, the later of them with its number; null where there is only one version. */
  compared: { number: number; change: string; steps: readonly StepDifferences[]; all: boolean } | null;
  href: (query: { change?: string; all?: 1 }) => string;
};

/** 版の履歴: every version with who made it, when and why, and two neighbours side by side. */
export function VersionsPage({ of, above, beside, back, begunOn, lines, compared, href }: VersionsPageProps) {
  return (
    <>
      <PageTitle title={text.title} trail={[above]}>
        {beside}
      </PageTitle>
      <p>{text.lead[of]}</p>
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={lines}
        rowKey={({ number }) => String(number)}
        empty={null}
        columns={columnsFor({ of, begunOn, shown: compared?.number ?? null, href })}
      />
      {compared === null ? (
        <p>{text.one}</p>
      ) : (
        <section className={changeStyles.section}>
          <h2>{text.differences(compared.number)}</h2>
          <p className="not-printed">
            <Link to={href({ change: compared.change, ...(compared.all ? {} : { all: 1 }) })}>
              {compared.all ? text.onlyChanged : text.all}
            </Link>
          </p>
          <Differences steps={compared.steps} />
        </section>
      )}
      <div className="not-printed">
        <ButtonRow>
          <PrintButton />
          <ButtonLink to={above.to}>{back}</ButtonLink>
        </ButtonRow>
      </div>
    </>
  );
}

type Facts = Pick<VersionsPageProps, 'of' | 'begunOn' | 'href'> & { shown: number | null };

const columnsFor = ({ of, begunOn, shown, href }: Facts): readonly Column<VersionLine>[] => [
  {
    key: 'version',
    label: text.columns.version,
    heading: true,
    cell: ({ number }) => <span className={styles.whole}>{text.version(number)}</span>,
  },
  {
    key: 'from',
    label: text.columns.from,
    cell: ({ made }) => {
      if (made !== null) return <time dateTime={made.at}>{longInstant(made.at)}</time>;
      return begunOn === null ? null : <time dateTime={begunOn}>{longDate(begunOn)}</time>;
    },
  },
  {
    key: 'until',
    label: text.columns.until,
    cell: ({ until }) =>
      until === null ? <b>{text.inForce}</b> : <time dateTime={until}>{longInstant(until)}</time>,
  },
  { key: 'by', label: text.columns.by, cell: ({ made }) => made?.by ?? null },
  {
    key: 'why',
    label: text.columns.why,
    cell: ({ made }) => (made === null ? text.first[of] : <Why made={made} />),
  },
  {
    key: 'compare',
    label: text.columns.compare,
    cell: ({ number, made }) => {
      if (made === null) return null;
      return (
        <span className={styles.whole}>
          {number === shown ? text.shown : <Link to={href({ change: made.id })}>{text.compare}</Link>}
        </span>
      );
    },
  },
];

function Why({ made: { cause, requestId, reason } }: { made: Made }) {
  const word = text.causes[cause];
  return (
    <span>
      {requestId === null ? word : <Link to={paths.staff.change(requestId)}>{word}</Link>}
      {reason === null ? null : `　${text.reason(reason)}`}
    </span>
  );
}
