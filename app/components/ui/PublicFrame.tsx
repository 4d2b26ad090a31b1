import type { ReactNode } from 'react';
import { siteName } from '#app/text/common.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DoneBanner } from './DoneBanner.tsx';
import { MAIN, PageBody, PageStart } from './Page.tsx';
import styles from './PublicFrame.module.css';
import { SiteFooter } from './SiteFooter.tsx';

/**
 * Around pages of somebody not signed in: sign-in, パスワード登録, the texts of the site, error pages.
 *
 * @param site whose name stands in the header
 */
export function PublicFrame({ site, children }: { site: keyof typeof siteName; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <PageStart />
      <header className={styles.header}>
        <Link to={site === 'staff' ? paths.staff.today() : paths.mypage.home()} className={styles.site}>
          {siteName[site]}
        </Link>
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
