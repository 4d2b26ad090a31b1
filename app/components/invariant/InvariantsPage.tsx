import type { Instant } from '#app/domain/clock.ts';
import { type Invariant, type InvariantHit, invariants } from '#app/domain/invariant.ts';
import { longInstant } from '#app/text/format.ts';
import { invariantsText as text } from '#app/text/staff/invariants.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Named, Subject } from '../audit/Subject.tsx';
import { Banner } from '../ui/Banner.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';

export type InvariantsPageProps = {
  hits: readonly InvariantHit[];
  named: Readonly<Record<string, Named>>;
  lookedAt: Instant | null;
};

type Row = { invariant: Invariant; hits: readonly InvariantHit[] };

/** データの点検: every state that should be impossible, and the records in it. */
export function InvariantsPage({ hits, named, lookedAt }: InvariantsPageProps) {
  const rows: Row[] = invariants.map((invariant) => ({
    invariant,
    hits: hits.filter((hit) => hit.invariant === invariant),
  }));
  return (
    <>
      <PageTitle title={text.title} />
      <p>{text.lead}</p>
      <p>{lookedAt === null ? text.neverLooked : text.lookedAt(longInstant(lookedAt))}</p>
      {hits.length === 0 ? (
        <Banner kind="success" title={text.fine} />
      ) : (
        <Banner kind="warning" title={text.found(hits.length)}>
          <p>{text.foundWhat}</p>
        </Banner>
      )}
      <PlainTable
        caption={text.title}
        captionHidden
        rows={rows}
        rowKey={({ invariant }) => invariant}
        empty={null}
        columns={[
          {
            key: 'invariant',
            label: text.columns.invariant,
            heading: true,
            cell: ({ invariant }) => text.words[invariant],
          },
          {
            key: 'records',
            label: text.columns.records,
            cell: (row) => (row.hits.length === 0 ? text.ok : <Records hits={row.hits} named={named} />),
          },
        ]}
      />
    </>
  );
}

function Records({ hits, named }: Pick<InvariantsPageProps, 'hits' | 'named'>) {
  return (
    <ul>
      {hits.map(({ invariant, id }) => (
        <li key={id}>
          {invariant === 'job-without-lease' ? (
            <Link to={paths.staff.jobs({ state: 'running' })}>{text.job}</Link>
          ) : (
            <Subject type="posting" named={named[id] ?? null} />
          )}
        </li>
      ))}
    </ul>
  );
}
