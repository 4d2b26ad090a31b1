import { Link } from '#app/web/remix.ts';
import styles from './Tabs.module.css';

/** One view of a list: where it is, what it is called, and where it helps how many there are. */
export type Tab = { key: string; to: string; label: string; count?: number | undefined; current: boolean };

/** The views of a list, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map(({ key, to, label: name, count, current }) => (
          <li key={key}>
            <Link to={to} aria-current={current ? 'page' : undefined}>
              {name} {count === undefined ? null : <b className="numeric">{count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
