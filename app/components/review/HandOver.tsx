import { timeOfInstant } from '#app/text/format.ts';
import { handOverText } from '#app/text/staff/reviewDesk.ts';
import { FormFrame } from '../ui/FormFrame.tsx';
import styles from './Review.module.css';

export type ShownHandOver = {
  side: 'of-you' | 'by-you' | 'other';
  askedBy: { id: string; name: string };
  askedOf: string;
  reason: string;
  askedAt: string;
  keptAt: string | null;
};

/** The two answers of the holder, posted as `_intent`. */
export const handOverIntents = { give: 'hand-over', keep: 'keep' } as const;

/** 引継ぎの依頼: to the holder with its two answers, to the person who asked with what came of it. */
export function HandOver({
  request,
  idempotencyKey,
}: {
  request: ShownHandOver;
  idempotencyKey: string | null;
}) {
  const time = timeOfInstant(request.askedAt);
  if (request.side === 'other') return <p>{handOverText.otherAsked(request.askedBy.name)}</p>;
  if (request.side === 'by-you')
    return (
      <p role="status">
        {request.keptAt === null
          ? handOverText.waiting(request.askedOf, time)
          : handOverText.kept(request.askedOf, timeOfInstant(request.keptAt))}
      </p>
    );
  return (
    <div className={styles.notice} role="status">
      <p>
        <b>{handOverText.askedOfYou(request.askedBy.name, time)}</b>
      </p>
      <p>{handOverText.reason(request.reason)}</p>
      {idempotencyKey === null ? null : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          hidden={{ asked_by: request.askedBy.id }}
          submits={[
            { label: handOverText.give, intent: handOverIntents.give, kind: 'secondary' },
            { label: handOverText.keep, intent: handOverIntents.keep, kind: 'secondary' },
          ]}
        />
      )}
    </div>
  );
}
