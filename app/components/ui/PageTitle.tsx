import { type ReactNode, useEffect, useRef } from 'react';
import { common } from '#app/text/common.ts';
import { Link, useLocation } from '#app/web/remix.ts';
import { ledTo } from './focusState.ts';
import { isLoadedLocation } from './loadedLocation.ts';
import styles from './PageTitle.module.css';
import { useWaysBack } from './wayBack.ts';

export type PageTitleProps = {
  title: string;
  /** The pages above this one, the first one first: the way back. */
  trail?: readonly { to: string; label: string }[];
  /** Words before the title: the kind of page, a number. */
  over?: ReactNode;
  /** Badges, a date: beside the title. */
  children?: ReactNode;
  /**
   * The page is a form that came back with errors, or with something to confirm: its ErrorSummary takes the focus, the
   * tab says 「エラー：」 or 「確認：」.
   */
  hasErrors?: boolean | 'confirm';
};

/**
 * The one h1 of a page. Takes the focus after a client-side navigation, as a page load would; where a key leads to a
 * field, that takes it.
 */
export function PageTitle({ title, trail = [], over, children, hasErrors = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, hash, state } = useLocation();
  const ways = useWaysBack(trail);

  // On a page that was loaded the browser places the focus.
  const arrived = isLoadedLocation(key) || hash !== '' || hasErrors !== false ? null : key;
  useEffect(() => {
    if (arrived === null) return;
    const field = ledTo(state);
    if (field) field.focus();
    // Where the page is scrolled to is ScrollRestoration's matter: the top, or where somebody comes back to.
    else heading.current?.focus({ preventScroll: true });
  }, [arrived, state]);

  useEffect(() => {
    const { error, confirm } = common.titlePrefix;
    const prefix = [error(''), confirm('')].find((one) => document.title.startsWith(one)) ?? '';
    const plain = document.title.slice(prefix.length);
    document.title = hasErrors === false ? plain : hasErrors === true ? error(plain) : confirm(plain);
  });

  return (
    <div className={styles.title}>
      {ways.length === 0 ? null : (
        <nav aria-label={common.trail} className={styles.trail}>
          <ol>
            {ways.map(({ to, label }) => (
              <li key={label}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {over === undefined ? null : <div className={styles.over}>{over}</div>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children === undefined ? null : <div className={styles.beside}>{children}</div>}
    </div>
  );
}
