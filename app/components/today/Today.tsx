import type { ReactNode } from 'react';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { queueKindWords } from '#app/text/staff/queue.ts';
import { todayText as text } from '#app/text/staff/today.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { itemPath } from '../queue/itemPath.ts';
import { titleOf } from '../queue/titleOf.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { jumpTo } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { dayText, type OfficeDay, openedPages, type TodayBoxes, type TodayItem } from './boxes.ts';
import { FirstSteps } from './FirstSteps.tsx';
import styles from './Today.module.css';

export type TodayProps = OfficeDay & {
  boxes: TodayBoxes;
  /** Where the item to decide next is decided, or null. */
  next: string | null;
  /** Whether this person settles refusals. */
  settles: boolean;
  /** Open days left to each due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** Invented data: a word for newcomers. */
  demo: boolean;
};

/** Boxes that a digit jumps to, the first ones of the page. */
const digits = [1, 2, 3, 4, 5];

/** 今日: boxes of what needs somebody now, each leading into the queue with its filter. */
export function Today({ boxes, next, settles, openDays, demo, ...day }: TodayProps) {
  useCommands(
    digits.map((place) => ({
      keys: String(place),
      label: keyTable.today.keys.box[1],
      run: () => jumpTo(place),
    })),
  );
  const line = (item: TodayItem) => (
    <li key={`${item.kind}:${item.id}`}>
      {queueKindWords[item.kind]} <Link to={itemPath(item, null)}>{titleOf(item)}</Link>{' '}
      {item.establishmentName}{' '}
      {item.due === null ? null : (
        <DueDate date={item.due} today={day.today} openDaysLeft={openDays[item.due] ?? 0} short />
      )}
    </li>
  );
  const queued = (box: TodayBoxes['dueToday'], filter: Parameters<typeof paths.staff.reviews>[0]) => ({
    total: box.total,
    lines: box.first.map(line),
    all: paths.staff.reviews(filter),
  });
  return (
    <>
      <PageTitle title={text.title} />
      {day.closed === null ? <p>{dayText(day)}</p> : <Banner kind="info" title={dayText(day)} />}
      {demo ? <FirstSteps next={next} /> : null}
      <ButtonRow>
        {next === null ? null : (
          <ButtonLink to={next} kind="primary">
            {text.nextReview}
          </ButtonLink>
        )}
        <ButtonLink to={paths.print.today()}>{text.print}</ButtonLink>
      </ButtonRow>
      <div className={styles.boxes}>
        <Box
          title={text.dueToday}
          {...queued(boxes.dueToday, { due: 'today' })}
          empty={text.emptyDueToday(boxes.nextDue)}
        />
        <Box title={text.overdue} {...queued(boxes.overdue, { due: 'overdue' })} empty={text.emptyOverdue} />
        <Box title={text.claimed} {...queued(boxes.claimed, { holder: 'mine' })} empty={text.emptyClaimed} />
        <Box
          title={text.assigned}
          {...queued(boxes.assigned, { holder: 'mine' })}
          empty={text.emptyAssigned}
        />
        <Box title={text.resumed} {...queued(boxes.resumed, { only: 'resumed' })} empty={text.emptyResumed} />
        <section className={styles.box} tabIndex={-1}>
          <h2>{text.visits}</h2>
          <h3>
            {text.visited} <b className="numeric">{boxes.visited.total}</b>
          </h3>
          <Lines empty={text.emptyVisited}>
            {boxes.visited.first.map(({ establishmentId, name, at }) => (
              <li key={`${establishmentId} ${at}`}>
                <Link to={paths.staff.establishment(establishmentId)}>{name}</Link>{' '}
                <span className={styles.when}>{text.registeredAt(at)}</span>
              </li>
            ))}
          </Lines>
          <h3>
            {text.expected} <b className="numeric">{boxes.expected.total}</b>
          </h3>
          <Lines empty={text.emptyExpected}>{boxes.expected.first.map(line)}</Lines>
          {boxes.expected.total === 0 ? null : (
            <Link to={paths.staff.reviews({ kind: 'visit', due: 'ahead' })}>
              {text.all(boxes.expected.total)}
            </Link>
          )}
        </section>
        {settles ? (
          <Box
            title={text.refusals}
            total={boxes.refusals.total}
            lines={boxes.refusals.first.map(({ id, jobTitle, name }) => (
              <li key={id}>
                <Link to={paths.staff.review(id)}>{jobTitle ?? text.untitled}</Link> {name}
              </li>
            ))}
            all={paths.staff.reviews({ kind: 'new' })}
            empty={text.emptyRefusals}
          />
        ) : null}
        <Box
          title={text.restrictions}
          total={boxes.restrictions.total}
          lines={boxes.restrictions.first.map(({ establishmentId, name, begunOn, releasedOn }) => (
            <li key={`${establishmentId} ${begunOn}`}>
              <Link to={paths.staff.establishment(establishmentId)}>{name}</Link>{' '}
              <span className={styles.when}>
                {text.begunOn(begunOn)}
                {releasedOn === null ? null : `・${text.releasedOn(releasedOn)}`}
              </span>
            </li>
          ))}
          empty={text.emptyRestrictions}
        />
        <Box
          title={text.opened}
          total={boxes.opened.length}
          lines={boxes.opened.map(({ screen, id, name, title, at }) => (
            <li key={`${screen} ${id}`}>
              {text.screens[screen]}{' '}
              <Link to={openedPages[screen](id)}>{title === null ? name : `${title} ${name}`}</Link>{' '}
              <span className={styles.when}>{text.openedAt(at)}</span>
            </li>
          ))}
          empty={text.emptyOpened}
        />
      </div>
    </>
  );
}

type BoxProps = {
  title: string;
  total: number;
  lines: readonly ReactNode[];
  /** The queue with the same filter. */
  all?: string;
  empty: string;
};

/** One box; the digit of its place moves the focus to it. */
function Box({ title, total, lines, all, empty }: BoxProps) {
  return (
    <section className={styles.box} tabIndex={-1}>
      <h2>
        {title} <b className="numeric">{total}</b>
      </h2>
      <Lines empty={empty}>{lines}</Lines>
      {all === undefined || total === 0 ? null : <Link to={all}>{text.all(total)}</Link>}
    </section>
  );
}

function Lines({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  return children.length === 0 ? <p>{empty}</p> : <ul>{children}</ul>;
}
