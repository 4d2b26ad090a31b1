import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Instant } from '#app/domain/clock.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link, ReadOnlyPages } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import { useCommands } from '../ui/keys/useCommands.ts';
import styles from './AssistFrame.module.css';
import { assistIntents } from './BeginPage.tsx';

export type AssistFrameProps = {
  establishment: { id: string; name: string; endsAt: Instant };
  /** When the page was made; the clock of the server. */
  now: Instant;
  idempotencyKey: string;
  children: ReactNode;
};

/** The employer's own page, to read: an orange frame that says so, how long it lasts, and the way out (Esc). */
export function AssistFrame({
  establishment: { id, name, endsAt },
  now,
  idempotencyKey,
  children,
}: AssistFrameProps) {
  const end = useRef<HTMLFormElement>(null);
  useCommands([{ keys: 'Esc', label: assistText.end, run: () => end.current?.requestSubmit() }]);
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <p>
          {assistText.frame} {name}
        </p>
        <p>
          <time dateTime={endsAt}>{assistText.until(endsAt)}</time> <Left endsAt={endsAt} now={now} />
        </p>
        <Form ref={end} method="post" action={paths.staff.assist(id)}>
          <input type="hidden" name="_key" value={idempotencyKey} />
          <input type="hidden" name="_intent" value={assistIntents.end} />
          <SubmitButton kind="secondary" shortcut="Esc">
            {assistText.end}
          </SubmitButton>
        </Form>
      </div>
      <ReadOnlyPages.Provider value={{ prefix: paths.staff.assist(id) }}>
        <nav aria-label={assistText.menuLabel}>
          <ul className={styles.menu}>
            <li>
              <Link to={paths.mypage.home()}>{assistText.menu.home}</Link>
            </li>
            <li>
              <Link to={paths.mypage.establishment()}>{assistText.menu.establishment}</Link>
            </li>
            <li>
              <Link to={paths.mypage.images()}>{assistText.menu.images}</Link>
            </li>
          </ul>
        </nav>
        <section aria-label={assistText.frameLabel} className={styles.page}>
          {children}
        </section>
      </ReadOnlyPages.Provider>
    </div>
  );
}

/** The minutes that are left, by the clock of the server; without a script those at the time of the page. */
function Left({ endsAt, now }: { endsAt: Instant; now: Instant }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - begun), 10_000);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(endsAt) - Date.parse(now) - passed;
  return <span>{assistText.left(Math.max(0, Math.floor(left / 60_000)))}</span>;
}
