import type { ReactNode } from 'react';
import type { StaffRole } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { common } from '#app/text/common.ts';
import { eraDateWithWeekday } from '#app/text/format.ts';
import { staffHeader, staffMenu } from '#app/text/navigation.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link, NavLink, useLocation, useRouteLoaderData } from '#app/web/remix.ts';
import { DoneBanner } from './DoneBanner.tsx';
import { Help } from './Help.tsx';
import { Icon, type IconName } from './icons.tsx';
import { StaffKeys } from './keys/StaffKeys.tsx';
import { SingleKeys } from './keys/useCommands.ts';
import { MAIN, PageBody, PageStart } from './Page.tsx';
import type { RootData } from './pageMeta.ts';
import { SearchForm } from './SearchForm.tsx';
import { SessionEnd, type SessionLimits } from './SessionEnd.tsx';
import styles from './StaffFrame.module.css';

export type StaffFrameProps = {
  /** ハローワーク架空野 */
  officeName: string;
  today: CalendarDate;
  /** Why the office is closed today (勤労感謝の日), or null on an open day. */
  closedReason: string | null;
  user: { name: string; role: StaffRole };
  /** What waits now: each as its tab of the queue has it, and what is due today. */
  counts: { reviews: number; changes: number; images: number; visits: number; dueToday: number };
  /** Mails and other work that was given up; only for those who settle it. */
  deadJobs?: number;
  /** What was searched, shown again in the search box. */
  searched?: string;
  /** Whether the person uses keys of one character. */
  singleKeys?: boolean;
  /** When the session ends by itself. */
  sessionLimits?: SessionLimits;
  /** The `_key` of the logout form. */
  logoutKey?: string;
  children: ReactNode;
};

/** What the queue leads to and has another address than below it. */
const decidedElsewhere = [paths.staff.change(''), paths.staff.reviewImages(''), paths.staff.check('')];

/** 送信箱 is only there where mails are kept on screen: not in production; 練習 where the clock can be moved. */
const menu: readonly {
  to: string;
  label: string;
  icon: IconName;
  exact?: true;
  /** Where else pages of the entry are than below its own address. */
  also?: readonly string[];
  notInProduction?: true;
  onlyInTraining?: true;
  /** Everybody, where none is named. */
  only?: readonly StaffRole[];
}[] = [
  { to: paths.staff.training(), label: staffMenu.training, icon: 'clock', onlyInTraining: true },
  { to: paths.staff.today(), label: staffMenu.today, icon: 'home', exact: true },
  { to: paths.staff.reviews(), label: staffMenu.reviews, icon: 'magnifier', also: decidedElsewhere },
  { to: paths.staff.establishments(), label: staffMenu.establishments, icon: 'building' },
  { to: paths.staff.visits(), label: staffMenu.visits, icon: 'person' },
  { to: paths.staff.seekers(), label: staffMenu.seekers, icon: 'person' },
  { to: paths.staff.referrals(), label: staffMenu.referrals, icon: 'mail' },
  { to: paths.staff.restrictions(), label: staffMenu.restrictions, icon: 'stop' },
  { to: paths.staff.statistics(), label: staffMenu.statistics, icon: 'chart' },
  { to: paths.staff.rules(), label: staffMenu.rules, icon: 'document' },
  { to: paths.staff.outbox(), label: staffMenu.outbox, icon: 'mail', notInProduction: true },
  { to: paths.staff.mails(), label: staffMenu.mails, icon: 'mail' },
  { to: paths.staff.jobs(), label: staffMenu.jobs, icon: 'gear' },
  { to: paths.staff.deadlines(), label: staffMenu.deadlines, icon: 'calendar' },
  { to: paths.staff.officeCalendar(), label: staffMenu.office, icon: 'building' },
  { to: paths.staff.retention(), label: staffMenu.retention, icon: 'hourglass' },
  { to: paths.staff.audit(), label: staffMenu.audit, icon: 'document', only: ['supervisor', 'auditor'] },
  { to: paths.staff.help(), label: staffMenu.help, icon: 'help' },
];

/** The counter's workbench around a page: office and day, search, counts, menu, help. */
export function StaffFrame(props: StaffFrameProps) {
  const {
    officeName,
    today,
    closedReason,
    user,
    counts,
    deadJobs = 0,
    searched,
    singleKeys = true,
    sessionLimits,
    logoutKey,
    children,
  } = props;
  const { pathname } = useLocation();
  const root = useRouteLoaderData<RootData>('root');
  const shown = menu.filter(
    ({ notInProduction, onlyInTraining, only }) =>
      !(notInProduction && root?.mode === 'production') &&
      !(onlyInTraining && !root?.training) &&
      (only === undefined || only.includes(user.role)),
  );
  return (
    <SingleKeys.Provider value={singleKeys}>
      <div className={styles.frame}>
        <StaffKeys />
        <PageStart />
        {sessionLimits === undefined ? null : (
          <SessionEnd {...sessionLimits} stay={paths.staff.stay()} login={paths.staff.login()} />
        )}
        <header className={styles.header}>
          <div className={styles.place}>
            <Link to={paths.staff.today()} className={styles.office}>
              {officeName}
            </Link>
            <p className={styles.day}>
              {common.today} <time dateTime={today}>{eraDateWithWeekday(today)}</time>
              {closedReason === null ? null : (
                <span className={styles.closed}>
                  {common.closedDay}（{closedReason}）
                </span>
              )}
            </p>
          </div>
          <SearchForm
            action={paths.staff.establishments()}
            label={staffHeader.searchLabel}
            className={styles.search}
          >
            <label className="visually-hidden" htmlFor="header-search">
              {staffHeader.searchLabel}
            </label>
            <input
              id="header-search"
              name="q"
              type="search"
              defaultValue={searched}
              key={searched}
              maxLength={100}
              autoComplete="off"
              aria-describedby="header-search-help"
            />
            <button type="submit">
              <Icon name="magnifier" />
              {staffHeader.search}
            </button>
            <span id="header-search-help" className={styles.searchHelp}>
              {staffHeader.searchHelp}
            </span>
          </SearchForm>
          <div className={styles.user}>
            <p>
              {user.name}
              <span className={styles.role}>（{common.role[user.role]}）</span>
            </p>
            {deadJobs === 0 ? null : (
              <Link to={paths.staff.jobs({ state: 'dead' })} className={styles.bell}>
                <Icon name="bell" />
                {staffHeader.deadJobs} <b className="numeric">{deadJobs}</b>
              </Link>
            )}
            <Link to={paths.staff.settings()}>{staffHeader.settings}</Link>
            <Form method="post" action={paths.staff.logout()}>
              {logoutKey === undefined ? null : <input type="hidden" name="_key" value={logoutKey} />}
              <button type="submit" className={styles.logout}>
                {common.logout}
              </button>
            </Form>
          </div>
        </header>

        <div className={styles.side}>
          <nav aria-label={staffMenu.label}>
            <ul className={styles.menu}>
              {shown.map(({ to, label, icon, exact, also = [] }) => (
                <li key={to}>
                  <MenuLink to={to} end={exact} here={also.some((start) => pathname.startsWith(start))}>
                    <Icon name={icon} />
                    {label}
                  </MenuLink>
                </li>
              ))}
            </ul>
          </nav>
        </div>

        <div className={styles.content}>
          <nav aria-label={staffHeader.counts}>
            <ul className={styles.counts}>
              <Count
                to={paths.staff.reviews({ kind: 'new' })}
                label={staffHeader.reviews}
                count={counts.reviews}
              />
              <Count
                to={paths.staff.reviews({ kind: 'content' })}
                label={staffHeader.changes}
                count={counts.changes}
              />
              <Count
                to={paths.staff.reviews({ kind: 'image' })}
                label={staffHeader.images}
                count={counts.images}
              />
              <Count
                to={paths.staff.reviews({ kind: 'visit' })}
                label={staffHeader.visits}
                count={counts.visits}
              />
              <Count
                to={paths.staff.reviews({ due: 'today' })}
                label={staffHeader.dueToday}
                count={counts.dueToday}
              />
            </ul>
          </nav>
          <main id={MAIN} tabIndex={-1} className={styles.main}>
            <PageBody>
              <DoneBanner />
              {children}
            </PageBody>
          </main>
        </div>

        <footer className={styles.foot}>
          <Help />
        </footer>
      </div>
    </SingleKeys.Provider>
  );
}

/** An entry of the menu, marked on its own pages and on those that are said to be `here`. */
function MenuLink({
  here,
  end,
  ...link
}: {
  to: string;
  end: true | undefined;
  here: boolean;
  children: ReactNode;
}) {
  return here ? <Link {...link} aria-current="page" /> : <NavLink {...link} end={end} />;
}

function Count({ to, label, count }: { to: string; label: string; count: number }) {
  return (
    <li>
      <Link to={to} data-none={count === 0}>
        {label} <b className="numeric">{count}</b>
      </Link>
    </li>
  );
}
