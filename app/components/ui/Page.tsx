import type { ReactNode } from 'react';
import { common, trainingText } from '#app/text/common.ts';
import { useRouteLoaderData } from '#app/web/remix.ts';
import { NavigationProgress } from './NavigationProgress.tsx';
import styles from './Page.module.css';
import type { RootData } from './pageMeta.ts';

/** The id of the main part of every frame: where the skip link leads. */
export const MAIN = 'main';

/** What comes before every frame: the skip link, the loading mark, and in the demo and in 練習モード a word that all of it is invented. */
export function PageStart() {
  const root = useRouteLoaderData<RootData>('root');
  return (
    <>
      <a className="skip-link" href={`#${MAIN}`}>
        {common.skipToMain}
      </a>
      <NavigationProgress />
      {root?.training ? (
        <aside className={styles.training} aria-label={trainingText.mode}>
          <p>
            <b>{trainingText.mode}</b>
            <span>{trainingText.notice}</span>
          </p>
        </aside>
      ) : root?.mode === 'demo' ? (
        <aside className={styles.demo} aria-label={common.sample}>
          <p>
            <b>{common.sample}</b>
            {common.demoNotice}
          </p>
        </aside>
      ) : null}
    </>
  );
}

/** Parts of a page one under the other, in the rhythm of the design. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
