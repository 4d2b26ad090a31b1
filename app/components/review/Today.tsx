import type { ReactNode } from 'react';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { shortInstant } from '#app/text/format.ts';
import { todayText } from '#app/text/staff/today.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import styles from './Today.module.css';

export type TodayPosting = {
  id: string;
  jobTitle: string | null;
  establishmentName: string;
  dueDate: string | null;
  waitingSince: string | null;
};

export type TodayBoxes = {
  dueToday: Box;
  overdue: Box;
  waiting: Box;
  refusals: Box;
  nextDueDays: readonly { date: string; count: number }[];
};

type Box = { total: number; first: readonly TodayPosting[] };

export type TodayProps = {
  boxes: TodayBoxes;
  /** The posting that is to be decided next, or null. */
  next: string | null;
  /** Why the office is closed today, or null. */
  closed: string | null;
  /** Whether this person settles refusals. */
  settles: boolean;
  today: CalendarDate;
  /** Open days left to each due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** Invented data: a word for newcomers. */
  demo: boolean;
};

/** 今日: boxes of what needs somebody now, each leading into the queue with its filter. */
export function Today({ boxes, next, closed, settles, today, openDays, demo }: TodayProps) {
  const due = (date: CalendarDate) => (
    <DueDate date={date} today={today} openDaysLeft={openDays[date] ?? 0} short />
  );
  const dueOf = ({ dueDate }: TodayPosting) => (dueDate === null ? null : due(dueDate));
  const { dueToday, overdue, waiting, refusals, nextDueDays } = boxes;
  return (
    <>
      <PageTitle title={todayText.title} />
      {closed === null ? null : <Banner kind="info" title={todayText.closed(closed)} />}
      {demo ? <FirstSteps next={next} /> : null}
      {next === null ? null : (
        <ButtonRow>
          <ButtonLink to={paths.staff.review(next)} kind="primary">
            {todayText.nextReview}
          </ButtonLink>
        </ButtonRow>
      )}
      <div className={styles.boxes}>
        <TodayBox
          title={todayText.overdue}
          box={overdue}
          all={paths.staff.reviews({ state: 'awaiting_visit', due: 'overdue' })}
          empty={todayText.emptyOverdue}
          when={dueOf}
        />
        <TodayBox
          title={todayText.dueToday}
          box={dueToday}
          all={paths.staff.reviews({ state: 'awaiting_visit', due: 'today' })}
          empty={todayText.emptyDueToday(nextDueDays[0])}
          when={dueOf}
        />
        <TodayBox
          title={todayText.waiting}
          box={waiting}
          all={paths.staff.reviews({ state: 'under_review' })}
          empty={todayText.emptyWaiting}
          when={sinceText}
        />
        {settles ? (
          <TodayBox
            title={todayText.refusals}
            box={refusals}
            all={paths.staff.reviews({ state: 'refusal_proposed' })}
            empty={todayText.emptyRefusals}
            when={sinceText}
          />
        ) : null}
        <section className={styles.box}>
          <h2>{todayText.nextDue}</h2>
          {nextDueDays.length === 0 ? (
            <p>{todayText.nextDueEmpty}</p>
          ) : (
            <ul>
              {nextDueDays.map(({ date, count }) => (
                <li key={date}>
                  {due(date)} {todayText.dueOn(count)}
                </li>
              ))}
            </ul>
          )}
          {nextDueDays.length === 0 ? null : (
            <Link to={paths.staff.reviews({ state: 'awaiting_visit', due: 'ahead' })}>
              {todayText.allAhead}
            </Link>
          )}
        </section>
      </div>
    </>
  );
}

const sinceText = ({ waitingSince }: TodayPosting): string =>
  waitingSince === null ? '' : todayText.waitingSince(shortInstant(waitingSince));

type TodayBoxProps = {
  title: string;
  box: Box;
  /** The queue with the same filter. */
  all: string;
  empty: string;
  when: (posting: TodayPosting) => ReactNode;
};

function TodayBox({ title, box, all, empty, when }: TodayBoxProps) {
  return (
    <section className={styles.box}>
      <h2>
        {title} <b className="numeric">{box.total}</b>
      </h2>
      {box.total === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          <ul>
            {box.first.map((posting) => (
              <li key={posting.id}>
                <Link to={paths.staff.review(posting.id)}>{posting.jobTitle ?? todayText.untitled}</Link>{' '}
                {posting.establishmentName} <span className={styles.when}>{when(posting)}</span>
              </li>
            ))}
          </ul>
          <Link to={all}>{todayText.all(box.total)}</Link>
        </>
      )}
    </section>
  );
}
