import type { CalendarDate } from '#app/domain/calendar.ts';
import { shortInstant } from '#app/text/format.ts';
import { checkText, noteText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import noteStyles from '../note/Notes.module.css';
import styles from '../review/Review.module.css';
import { DueDate } from '../ui/DueDate.tsx';

export type ShownCheck = {
  id: string;
  reason: string;
  dueOn: CalendarDate;
  by: string;
  addedAt: string;
  ofEstablishment: boolean;
};

/** Where they stand on a page. */
export const ADDED_CHECKS = 'checks';

export type AddedChecksProps = {
  checks: readonly ShownCheck[];
  today: CalendarDate;
  openDays: Readonly<Record<CalendarDate, number>>;
  /** Whether the reader may settle them. */
  settles: boolean;
};

/** 追加した確認 that are open: why, by when, and the way to settle each; nothing where there are none. */
export function AddedChecks({ checks, today, openDays, settles }: AddedChecksProps) {
  if (checks.length === 0) return null;
  return (
    <section className={styles.panel} id={ADDED_CHECKS}>
      <h2>{checkText.panel}</h2>
      <ul className={noteStyles.notes}>
        {checks.map(({ id, reason, dueOn, by, addedAt, ofEstablishment }) => (
          <li key={id}>
            <p className={noteStyles.head}>
              <DueDate date={dueOn} today={today} openDaysLeft={openDays[dueOn] ?? 0} short />
              <span className={noteStyles.about}>
                {ofEstablishment ? noteText.aboutEstablishment : noteText.aboutPosting}
              </span>
            </p>
            <p>
              <b>{reason}</b>
            </p>
            <p>{checkText.addedBy(by, shortInstant(addedAt))}</p>
            {settles ? (
              <p>
                <Link to={paths.staff.check(id)}>{checkText.settle}</Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
