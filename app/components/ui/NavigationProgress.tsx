import { common } from '#app/text/common.ts';
import { useNavigation } from '#app/web/remix.ts';
import styles from './NavigationProgress.module.css';

/** While the next page is on its way: a thin bar after 0.3 s, words after 1 s. */
export function NavigationProgress() {
  const { state } = useNavigation();
  return (
    <div role="status" className={styles.place}>
      {state === 'idle' ? null : (
        <>
          <span className={styles.bar} />
          <span className={styles.words}>{common.loading}</span>
        </>
      )}
    </div>
  );
}
