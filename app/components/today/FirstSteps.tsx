import { useEffect, useRef } from 'react';
import { todayText } from '#app/text/staff/today.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Today.module.css';

/** Where the browser keeps that the box was folded; signing out empties it. */
const FOLDED = 'first-steps-folded';

/** For newcomers in the demo: what to try, each on its real screen. Once folded it stays so until the next sign-in. */
export function FirstSteps({ next }: { next: string | null }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current !== null && sessionStorage.getItem(FOLDED) !== null) box.current.open = false;
  }, []);
  const { title, review, email, employer, outbox } = todayText.first;
  return (
    <details
      ref={box}
      className={styles.first}
      open
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) sessionStorage.removeItem(FOLDED);
        else sessionStorage.setItem(FOLDED, 'yes');
      }}
    >
      <summary>{title}</summary>
      <ol>
        <li>
          <Link to={next ?? paths.staff.reviews()}>{review}</Link>
        </li>
        <li>
          <Link to={paths.staff.establishments()}>{email}</Link>
        </li>
        <li>
          <Link to={paths.mypage.login()}>{employer}</Link>
        </li>
        <li>
          <Link to={paths.staff.outbox()}>{outbox}</Link>
        </li>
      </ol>
    </details>
  );
}
