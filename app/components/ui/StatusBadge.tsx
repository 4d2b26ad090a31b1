import type { Mark } from '#app/text/status.ts';
import { Icon } from './icons.tsx';
import styles from './StatusBadge.module.css';

/** A state as word, icon and colour (ux.md §1.7): `<StatusBadge mark={postingMarks[posting.state]} />`. */
export function StatusBadge({ mark }: { mark: Mark }) {
  return (
    <span className={styles.badge} data-tone={mark.tone} data-outline={mark.outline}>
      <Icon name={mark.icon} size={16} />
      {mark.word}
    </span>
  );
}
