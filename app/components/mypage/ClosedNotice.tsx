import { Banner } from '../ui/Banner.tsx';
import { refusalSentence, type ShownRefusal } from './refusal.ts';

/** A feature that is closed: which one, since when, why, and whom to call. */
export function ClosedNotice({ closed }: { closed: ShownRefusal }) {
  return (
    <Banner kind="warning" title={refusalSentence({ refusal: closed })}>
      {closed.verdict?.reasons.map(({ rule, message }) => (
        <p key={rule}>{message}</p>
      ))}
    </Banner>
  );
}
