import { dayOfYear, shortInstant } from '#app/text/format.ts';
import { holdText } from '#app/text/staff/reviewDesk.ts';
import { FormFrame } from '../ui/FormFrame.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Review.module.css';

export type ShownHold = { until: string; reason: string; by: string; placedAt: string };

/** The button of a 保留, posted as `_intent`. */
export const holdIntents = { lift: 'lift-hold' } as const;

/** 保留 of a posting: until when, why, by whom, and the button that ends it. */
export function HoldPanel({
  hold,
  idempotencyKey,
}: {
  hold: ShownHold;
  /** Null for somebody who may not end it. */
  idempotencyKey: string | null;
}) {
  return (
    <section aria-label={holdText.label} className={styles.notice}>
      <p>
        <StatusBadge mark={holdText.mark} /> <b>{holdText.until(dayOfYear(hold.until))}</b>{' '}
        {holdText.by(hold.by, shortInstant(hold.placedAt))}
      </p>
      <p className={styles.words}>{hold.reason}</p>
      <p>{holdText.resumes(dayOfYear(hold.until))}</p>
      {idempotencyKey === null ? null : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: holdText.lift, intent: holdIntents.lift, kind: 'secondary' }]}
        />
      )}
    </section>
  );
}

/** The same in a row of the queue. */
export function HoldMark({ hold }: { hold: Pick<ShownHold, 'until' | 'reason'> }) {
  return (
    <span className={styles.holdMark}>
      <StatusBadge mark={holdText.mark} />
      <span>
        {holdText.until(dayOfYear(hold.until))}：{hold.reason}
      </span>
    </span>
  );
}
