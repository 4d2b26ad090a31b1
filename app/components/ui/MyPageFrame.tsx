import type { ReactNode } from 'react';
import { common, siteName } from '#app/text/common.ts';
import { mypageMenu } from '#app/text/navigation.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link, NavLink } from '#app/web/remix.ts';
import { DoneBanner } from './DoneBanner.tsx';
import styles from './MyPageFrame.module.css';
import { MAIN, PageBody, PageStart } from './Page.tsx';
import { SessionEnd, type SessionLimits } from './SessionEnd.tsx';
import { SiteFooter } from './SiteFooter.tsx';

export type MyPageFrameProps = {
  /** 株式会社… ; null until the employer has entered the establishment. */
  establishmentName: string | null;
  email: string;
  /** Messages that nobody of the establishment has read. */
  unread?: number;
  /** When the session ends by itself. */
  sessionLimits?: SessionLimits;
  /** The `_key` of the logout form. */
  logoutKey?: string;
  children: ReactNode;
};

const menu = [
  { to: paths.mypage.home(), label: mypageMenu.home, exact: true },
  { to: paths.mypage.postingNew(), label: mypageMenu.postingNew, exact: false },
  { to: paths.mypage.establishment(), label: mypageMenu.establishment, exact: false },
  { to: paths.mypage.images(), label: mypageMenu.images, exact: false },
  { to: paths.mypage.applicants(), label: mypageMenu.applicants, exact: false },
  { to: paths.mypage.messages(), label: mypageMenu.messages, exact: false },
  { to: paths.mypage.seekers(), label: mypageMenu.seekers, exact: false },
  { to: paths.mypage.account(), label: mypageMenu.account, exact: false },
] as const;

/** 求人者マイページ around a page: who is signed in, a short menu, help and the texts of the site. */
export function MyPageFrame(props: MyPageFrameProps) {
  const { establishmentName, email, unread = 0, sessionLimits, logoutKey, children } = props;
  return (
    <div className={styles.frame}>
      <PageStart />
      {sessionLimits === undefined ? null : (
        <SessionEnd {...sessionLimits} stay={paths.mypage.stay()} login={paths.mypage.login()} />
      )}
      <header className={styles.header}>
        <div className={styles.inside}>
          <Link to={paths.mypage.home()} className={styles.site}>
            {siteName.mypage}
          </Link>
          <div className={styles.user}>
            <p>
              {establishmentName === null ? null : <b>{establishmentName}</b>}
              <span className={styles.email}>{email}</span>
            </p>
            <Form method="post" action={paths.mypage.logout()}>
              {logoutKey === undefined ? null : <input type="hidden" name="_key" value={logoutKey} />}
              <button type="submit" className={styles.logout}>
                {common.logout}
              </button>
            </Form>
          </div>
        </div>
        <nav aria-label={mypageMenu.label} className={styles.nav}>
          <ul className={styles.menu}>
            {menu.map(({ to, label, exact }) => (
              <li key={to}>
                <NavLink to={to} end={exact}>
                  {label}
                  {unread > 0 && to === paths.mypage.messages() ? mypageMenu.unread(unread) : null}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id={MAIN} tabIndex={-1} className={styles.main}>
        <PageBody>
          <DoneBanner />
          {children}
        </PageBody>
      </main>
      <SiteFooter />
    </div>
  );
}
