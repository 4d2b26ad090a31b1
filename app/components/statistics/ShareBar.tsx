import styles from './Statistics.module.css';

/** A bar beside a number in a table, `percent` of its cell long; the number says the same. */
export function ShareBar({ percent }: { percent: number }) {
  return (
    <svg
      className={styles.share}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="0" width={percent} height="12" data-series="0" />
    </svg>
  );
}
