import type { PeriodReport } from '#app/domain/statistics.ts';
import { statisticsText as text } from '#app/text/staff/statistics.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BacklogTable } from './BacklogTable.tsx';
import { FigureTable } from './FigureTable.tsx';
import { MonthBars } from './MonthBars.tsx';
import { ReasonTables } from './ReasonTables.tsx';
import styles from './Statistics.module.css';

const charted = ['postings', 'changes', 'images'] as const;

/** The report as tables, each with its bars after it: the same on screen and on paper. */
export function ReportTables({ parts, figures }: Pick<PeriodReport, 'parts' | 'figures'>) {
  return (
    <div className={styles.report}>
      {figures.empty ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyWhy}</p>
        </EmptyState>
      ) : (
        <>
          {charted.map((section) => (
            <section key={section} className={styles.section}>
              <h2>{text.sections[section]}</h2>
              <FigureTable section={section} rows={figures[section]} parts={parts} />
              <MonthBars
                section={section}
                rows={figures[section].filter(({ unit }) => unit === 'count')}
                parts={parts}
              />
            </section>
          ))}
          <ReasonTables reasons={figures.reasons} templates={figures.templates} />
          {(['visits', 'restrictions'] as const).map((section) => (
            <section key={section} className={styles.section}>
              <h2>{text.sections[section]}</h2>
              <FigureTable section={section} rows={figures[section]} parts={parts} />
            </section>
          ))}
        </>
      )}
      <BacklogTable backlog={figures.backlog} now={figures.now} />
      <section className={styles.section}>
        <h2>{text.notes.title}</h2>
        <ul className={styles.notes}>
          {text.notes.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
