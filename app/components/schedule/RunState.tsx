import { isUnderWay } from '#app/domain/sweep.ts';
import { shortInstant } from '#app/text/format.ts';
import { scheduleText as text } from '#app/text/staff/schedule.ts';
import { sweepRunMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Schedule.module.css';
import { type ShownRun, secondsOf, sweepTitle } from './schedule.ts';

/** How a run stands: when, how long, its state, who stopped it, and how far it has come while it runs. */
export function RunState({ run }: { run: ShownRun }) {
  const { counts, total, startedAt, state, stoppedByName } = run;
  const seconds = secondsOf(run);
  return (
    <div className={styles.cell}>
      <Link to={paths.staff.scheduleRun(run.id)}>
        {startedAt === null ? text.runTitle : <time dateTime={startedAt}>{shortInstant(startedAt)}</time>}
      </Link>
      <span>
        <StatusBadge mark={sweepRunMarks[state]} /> {seconds === null ? null : text.took(seconds)}
      </span>
      {state === 'stopped' && stoppedByName !== null ? <span>{text.stoppedBy(stoppedByName)}</span> : null}
      {isUnderWay(run) && total !== null ? (
        <>
          <progress
            aria-label={text.progressLabel(sweepTitle(run.sweep))}
            max={Math.max(total, 1)}
            value={counts.lookedAt}
          />
          <span className="numeric">{text.progress(counts.lookedAt, total)}</span>
        </>
      ) : null}
    </div>
  );
}

/** What a run has come to. */
export function RunCounts({ run: { counts } }: { run: ShownRun }) {
  return (
    <ul className={styles.counts}>
      {text.counts(counts).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
