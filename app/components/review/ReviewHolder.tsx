import { useEffect, useRef, useState } from 'react';
import type { ReviewHolder as Holder } from '#app/domain/reviewClaim.ts';
import { claimIdleMinutes, claimSignSeconds } from '#app/domain/reviewClaim.ts';
import { timeOfInstant } from '#app/text/format.ts';
import { holderText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import styles from './ReviewHolder.module.css';

export type ReviewHolderProps = {
  posting: { id: string; version: number };
  holder: Holder | null;
  /** Whether the person may take and let go; null where the posting waits for nobody here. */
  idempotencyKey: string | null;
};

/** The two buttons of a claim, posted as `_intent`. */
export const holderIntents = { begin: 'begin', release: 'release' } as const;

/** 担当: who reviews the posting, and the one button that fits. */
export function ReviewHolder({ posting, holder, idempotencyKey }: ReviewHolderProps) {
  const own = holder?.own === true;
  const lost = useSigns(posting.id, own);
  const section = useRef<HTMLElement>(null);
  const release = () => section.current?.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
  useCommands(commandsOf('review', { release: own ? release : undefined }));
  return (
    <section ref={section} aria-label={holderText.label} className={styles.holder}>
      <p role="status">{lost ? holderText.lost : wordsOf(holder)}</p>
      {idempotencyKey === null ? null : holder !== null && !own ? (
        <ButtonLink to={paths.staff.reviewTakeOver(posting.id)}>{holderText.takeOver}</ButtonLink>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={posting.version}
          submits={[
            own
              ? { label: holderText.release, intent: holderIntents.release, kind: 'secondary' }
              : { label: holderText.begin, intent: holderIntents.begin, kind: 'secondary' },
          ]}
        />
      )}
    </section>
  );
}

function wordsOf(holder: Holder | null): string {
  if (holder === null) return holderText.none;
  const time = timeOfInstant(holder.begunAt);
  return holder.own ? holderText.own(time) : holderText.other(holder.name, time);
}

/** Gives signs of the holder while somebody is at the page; true once the claim is no longer theirs. */
function useSigns(postingId: string, own: boolean): boolean {
  const [lost, setLost] = useState<string | null>(null);
  useEffect(() => {
    if (!own) return;
    let seenAt = performance.now();
    const seen = () => {
      seenAt = performance.now();
    };
    const sign = async () => {
      const idle = performance.now() - seenAt >= claimIdleMinutes * 60_000;
      if (idle || document.visibilityState === 'hidden') return;
      // A line that is down for a moment loses nothing: the next sign comes soon, and the claim lasts for many.
      const answer = await fetch(paths.staff.reviewClaim(postingId), { method: 'POST' }).catch(() => null);
      if (answer?.ok !== true) return;
      const { held } = (await answer.json()) as { held: boolean };
      if (!held) setLost(postingId);
    };
    const timer = setInterval(() => void sign(), claimSignSeconds * 1000);
    for (const kind of ['keydown', 'pointermove', 'pointerdown', 'scroll'])
      window.addEventListener(kind, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of ['keydown', 'pointermove', 'pointerdown', 'scroll'])
        window.removeEventListener(kind, seen);
    };
  }, [postingId, own]);
  return own && lost === postingId;
}
