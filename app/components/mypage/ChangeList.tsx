import type { ChangeKind, ChangeState } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { longInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Card.module.css';

export type ListedChange = { id: string; kind: ChangeKind; state: ChangeState; createdAt: Instant };

/** What was asked for a posting or about the establishment, newest first, each leading to its page. */
export function ChangeList({ title, changes }: { title: string; changes: readonly ListedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section className={styles.things}>
      <h2>{title}</h2>
      <ul className={styles.plain}>
        {changes.map(({ id, kind, state, createdAt }) => (
          <li key={id}>
            <Link to={paths.mypage.change(id)}>
              {changesText.asked(changeKindWords[kind], longInstant(createdAt))}
            </Link>{' '}
            <StatusBadge mark={changeMarks[state]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
