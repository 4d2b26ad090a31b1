import { useId } from 'react';
import type { PeriodPart } from '#app/domain/reportPeriod.ts';
import type { FigureRow } from '#app/domain/statistics.ts';
import { figureLabel, figureText, partText, statisticsText as text } from '#app/text/staff/statistics.ts';
import styles from './Statistics.module.css';
import { isWholeMonth } from './wholeMonth.ts';

export type MonthBarsProps = {
  section: keyof typeof text.sections;
  /** Up to four series, told apart by fill and outline and not by colour alone. */
  rows: readonly FigureRow[];
  parts: readonly PeriodPart[];
};

/** Units of the drawing; it fills the width that there is. */
const drawing = { width: 720, height: 200, left: 44, right: 8, top: 16, bottom: 24 } as const;

/** From this many bars on, numbers over them would run into each other: the table has them all. */
const MOST_NUMBERED = 18;

/** The least of 1, 2, 5, 10, 20, 50… that is not below the value: the top of the scale. */
function scaleTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

/** Counts month by month as bars, drawn on the server; the same numbers stand in the table above. */
export function MonthBars({ section, rows, parts }: MonthBarsProps) {
  const id = useId();
  const most = Math.max(0, ...rows.flatMap((row) => row.parts.map((value) => value ?? 0)));
  if (most === 0) return null;
  const top = scaleTop(most);
  const inner = {
    width: drawing.width - drawing.left - drawing.right,
    height: drawing.height - drawing.top - drawing.bottom,
  };
  const base = drawing.top + inner.height;
  const yOf = (value: number) => base - (value / top) * inner.height;
  const groupWidth = inner.width / parts.length;
  const barWidth = Math.min(40, (groupWidth * 0.8) / rows.length);
  const numbered = parts.length * rows.length <= MOST_NUMBERED;
  const ticks = top % 2 === 0 ? [0, top / 2, top] : [0, top];
  return (
    <figure className={styles.chart}>
      <ul className={styles.legend} aria-hidden="true">
        {rows.map((row, series) => (
          <li key={row.name}>
            <svg width="16" height="16" aria-hidden="true" focusable="false">
              <rect x="1" y="1" width="14" height="14" data-series={series} />
            </svg>
            {figureLabel(section, row)}
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        focusable="false"
      >
        <title id={`${id}-title`}>{text.chart.title(text.sections[section])}</title>
        <desc id={`${id}-desc`}>{text.chart.description}</desc>
        {ticks.map((tick) => (
          <g key={tick} className={styles.tick}>
            <line x1={drawing.left} x2={drawing.width - drawing.right} y1={yOf(tick)} y2={yOf(tick)} />
            <text x={drawing.left - 6} y={yOf(tick) + 4} textAnchor="end">
              {figureText(tick)}
            </text>
          </g>
        ))}
        {parts.map((part, group) => {
          const center = drawing.left + groupWidth * (group + 0.5);
          return (
            <g key={part.from}>
              {rows.map((row, series) => {
                const value = row.parts[group] ?? 0;
                const x = center + (series - rows.length / 2) * barWidth;
                return (
                  <g key={row.name}>
                    <rect
                      x={x + 1}
                      y={yOf(value)}
                      width={barWidth - 2}
                      height={base - yOf(value)}
                      data-series={series}
                    />
                    {numbered ? (
                      <text x={x + barWidth / 2} y={yOf(value) - 4} textAnchor="middle">
                        {figureText(value)}
                      </text>
                    ) : null}
                  </g>
                );
              })}
              <text x={center} y={drawing.height - 6} textAnchor="middle">
                {partText(part, isWholeMonth(part))}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
