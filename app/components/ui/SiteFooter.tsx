import { footerMenu } from '#app/text/navigation.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Help } from './Help.tsx';
import styles from './SiteFooter.module.css';

/** The foot of every employer page: help bottom left, then the texts of the site. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inside}>
        <Help />
        <nav aria-label={footerMenu.label}>
          <ul className={styles.links}>
            <li>
              <Link to={paths.terms()}>{footerMenu.terms}</Link>
            </li>
            <li>
              <Link to={paths.privacy()}>{footerMenu.privacy}</Link>
            </li>
            <li>
              <Link to={paths.accessibility()}>{footerMenu.accessibility}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
