import type { Statistics } from '#app/domain/statistics.ts';
import { count } from '#app/text/format.ts';
import { backlogSummary, rangeText, statisticsText } from '#app/text/staff/statistics.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import styles from './Statistics.module.css';

const text = statisticsText.backlog;
const states = ['under_review', 'awaiting_visit', 'refusal_proposed'] as const;

/** いまの滞留: how long what waits at the counter has waited, whatever the period of the page. */
export function BacklogTable({ backlog, now }: Pick<Statistics, 'backlog' | 'now'>) {
  const most = Math.max(1, ...backlog.rows.map(({ total }) => total));
  return (
    <section className={styles.section}>
      <h2>{text.title}</h2>
      {backlog.total === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          <p>{backlogSummary(backlog)}</p>
          <PlainTable
            caption={text.caption}
            rows={backlog.rows}
            rowKey={({ from }) => String(from)}
            empty={null}
            columns={[
              { key: 'range', label: text.range, heading: true, cell: rangeText },
              ...states.map((state) => ({
                key: state,
                label: text.states[state],
                end: true as const,
                cell: (row: Statistics['backlog']['rows'][number]) => count(row.counts[state]),
              })),
              {
                key: 'total',
                label: statisticsText.total,
                cell: ({ total }) => (
                  <span className={styles.shared}>
                    <span className="numeric">{count(total)}</span>
                    <ShareBar percent={(total / most) * 100} />
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
      <dl className={styles.now}>
        <div>
          <dt>{text.overdueVisits}</dt>
          <dd>{count(now.overdueVisits)}</dd>
        </div>
        <div>
          <dt>{text.restricted}</dt>
          <dd>{count(now.restricted)}</dd>
        </div>
      </dl>
    </section>
  );
}
