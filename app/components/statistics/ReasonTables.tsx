import type { Shares, Statistics } from '#app/domain/statistics.ts';
import { returnReasons } from '#app/forms/returnReasons.ts';
import { count } from '#app/text/format.ts';
import { figureText, statisticsText } from '#app/text/staff/statistics.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import styles from './Statistics.module.css';

const text = statisticsText.reasons;

const labels = new Map(returnReasons.map(({ value, label }) => [value, label]));

type Named = { key: string; name: string; count: number };

/** 差戻しの理由 of the period: by reason, and by the 定型文 whose words were used. */
export function ReasonTables({ reasons, templates }: Pick<Statistics, 'reasons' | 'templates'>) {
  return (
    <section className={styles.section}>
      <h2>{text.title}</h2>
      <RankedTable
        caption={text.caption}
        label={text.reason}
        rows={reasons.map((row) => ({ ...row, key: row.code, name: labels.get(row.code) ?? row.code }))}
        none={text.none}
      />
      {reasons.length === 0 ? null : (
        <RankedTable
          caption={text.templates}
          label={text.template}
          rows={templates.map((row) => ({
            ...row,
            key: row.id,
            name: row.retired ? `${row.title}${text.retired}` : row.title,
          }))}
          none={text.noTemplates}
        />
      )}
    </section>
  );
}

function RankedTable({
  caption,
  label,
  rows,
  none,
}: {
  caption: string;
  label: string;
  rows: Shares<Named>;
  none: string;
}) {
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p>{none}</p>}
      columns={[
        { key: 'name', label, heading: true, cell: ({ name }) => name },
        { key: 'count', label: text.count, end: true, cell: (row) => count(row.count) },
        {
          key: 'share',
          label: text.share,
          cell: ({ share }) => (
            <span className={styles.shared}>
              <span className="numeric">
                {figureText(share)}
                {statisticsText.units.percent}
              </span>
              <ShareBar percent={share} />
            </span>
          ),
        },
      ]}
    />
  );
}
