import { queueText } from '#app/text/staff/queue.ts';
import { Link, useLocation } from '#app/web/remix.ts';
import styles from './NewsBar.module.css';

/** What has arrived meanwhile. The list itself stays as it is until somebody asks for it (ux.md §1.3). */
export function NewsBar({ arrived }: { arrived: number }) {
  const { pathname, search } = useLocation();
  return (
    <div role="status" className={styles.news}>
      {arrived === 0 ? null : (
        <p>
          {queueText.news.arrived(arrived)}{' '}
          <Link to={`${pathname}${search}`} replace preventScrollReset>
            {queueText.news.show}
          </Link>
        </p>
      )}
    </div>
  );
}
