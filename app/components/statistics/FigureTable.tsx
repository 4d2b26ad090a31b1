import type { PeriodPart } from '#app/domain/reportPeriod.ts';
import type { FigureRow } from '#app/domain/statistics.ts';
import { figureLabel, figureText, partText, statisticsText as text } from '#app/text/staff/statistics.ts';
import styles from './Statistics.module.css';
import { isWholeMonth } from './wholeMonth.ts';

export type FigureTableProps = {
  /** The section of the report: its title is the caption. */
  section: keyof typeof text.sections;
  rows: readonly FigureRow[];
  parts: readonly PeriodPart[];
};

/** A part that scrolls sideways must be reachable by keyboard (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/** Figures month by month; of a single month only the one column. */
export function FigureTable({ section, rows, parts }: FigureTableProps) {
  const caption = text.sections[section];
  const shown = parts.length > 1 ? parts : [];
  return (
    <section {...reachable} className={styles.scroll} aria-label={caption}>
      <table className={styles.figures}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.unit}</th>
            {shown.map((part) => (
              <th key={part.from} scope="col" data-end>
                {partText(part, isWholeMonth(part))}
              </th>
            ))}
            <th scope="col" data-end>
              {text.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{figureLabel(section, row)}</th>
              <td>{text.units[row.unit]}</td>
              {shown.map((part, index) => (
                <td key={part.from} data-end>
                  {figureText(row.parts[index] ?? null)}
                </td>
              ))}
              <td data-end data-total>
                {figureText(row.total)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
