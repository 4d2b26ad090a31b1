import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/clock.ts';
import { common, printText, trainingText } from '#app/text/common.ts';
import { useRouteLoaderData } from '#app/web/remix.ts';
import buttons from './Buttons.module.css';
import { ButtonLink, ButtonRow } from './Buttons.tsx';
import styles from './PrintFrame.module.css';
import type { RootData } from './pageMeta.ts';

export type PrintFrameProps = {
  /** 帳票名 */
  title: string;
  issuedAt: Instant;
  /** 発行者: office, and the person at the counter. */
  issuer: string;
  /** Personal data is on it: 「取扱注意」. */
  confidential?: boolean;
  /** Where the page came from. */
  back: string;
  /** The same sheet as a file, where there is one. */
  pdf?: { to: string; label: string };
  children: ReactNode;
};

/** A sheet of A4: plain on screen, plain on paper, with 帳票名・発行日時・発行者 at the foot and 頁 on every page. */
export function PrintFrame({
  title,
  issuedAt,
  issuer,
  confidential = false,
  back,
  pdf,
  children,
}: PrintFrameProps) {
  const mounted = useMounted();
  const training = useRouteLoaderData<RootData>('root')?.training;
  return (
    <div className={styles.desk}>
      <header className={`${styles.bar} not-printed`}>
        <ButtonRow>
          {mounted ? (
            <button
              type="button"
              className={buttons.button}
              data-kind="primary"
              onClick={() => window.print()}
            >
              {common.print}
            </button>
          ) : null}
          {pdf === undefined ? null : (
            <a href={pdf.to} className={buttons.button} data-kind="secondary">
              {pdf.label}
            </a>
          )}
          <ButtonLink to={back}>{common.back}</ButtonLink>
          <p>{printText.notice}</p>
        </ButtonRow>
      </header>
      <main className={styles.sheet}>
        <div className={styles.head}>
          <h1>{title}</h1>
          {training ? <p className={styles.training}>{trainingText.mark}</p> : null}
          {confidential ? <p className={styles.confidential}>{common.confidential}</p> : null}
        </div>
        {children}
        <footer className={styles.foot}>
          {printText.foot(title, issuedAt, issuer).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </footer>
      </main>
    </div>
  );
}
