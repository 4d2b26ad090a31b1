import { useRef, useState } from 'react';
import type { ReviewHolder as Holder } from '#app/domain/reviewClaim.ts';
import { claimSignSeconds } from '#app/domain/reviewClaim.ts';
import { timeOfInstant } from '#app/text/format.ts';
import { holderText } from '#app/text/staff/review.ts';
import { handOverText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { useRevalidator } from '#app/web/remix.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { useAttended } from '../ui/useAttended.ts';
import { HandOver, type ShownHandOver } from './HandOver.tsx';
import styles from './ReviewHolder.module.css';

export type ReviewHolderProps = {
  posting: { id: string; version: number };
  holder: Holder | null;
  /** Whether the person may take and let go; null where the posting waits for nobody here. */
  idempotencyKey: string | null;
  /** 引継ぎの依頼 to the holder, as it concerns the reader. */
  handOver?: ShownHandOver | null;
};

/** The two buttons of a claim, posted as `_intent`. */
export const holderIntents = { begin: 'begin', release: 'release' } as const;

const releaseButton = `button[name="_intent"][value="${holderIntents.release}"]`;

/** What the server answers to a sign: whether the claim still holds, and who asks for it. */
export type SignAnswer = { held: boolean; askedBy: string | null };

/** 担当: who reviews the posting, and the one button that fits. */
export function ReviewHolder({ posting, holder, idempotencyKey, handOver = null }: ReviewHolderProps) {
  const own = holder?.own === true;
  const lost = useSigns(posting.id, own, handOver?.askedBy.id ?? null);
  const section = useRef<HTMLElement>(null);
  const release = () => section.current?.querySelector<HTMLButtonElement>(releaseButton)?.click();
  useCommands(commandsOf('review', { release: own ? release : undefined }));
  return (
    <section ref={section} aria-label={holderText.label} className={styles.holder}>
      <p role="status">{lost ? holderText.lost : wordsOf(holder)}</p>
      {idempotencyKey === null ? null : holder !== null && !own ? (
        <>
          {handOver === null || handOver.keptAt !== null ? (
            <ButtonLink to={paths.staff.reviewAskHandOver(posting.id)}>{handOverText.ask}</ButtonLink>
          ) : null}
          <ButtonLink to={paths.staff.reviewTakeOver(posting.id)}>{holderText.takeOver}</ButtonLink>
        </>
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
      {handOver === null ? null : <HandOver request={handOver} idempotencyKey={idempotencyKey} />}
    </section>
  );
}

function wordsOf(holder: Holder | null): string {
  if (holder === null) return holderText.none;
  const time = timeOfInstant(holder.begunAt);
  return holder.own ? holderText.own(time) : holderText.other(holder.name, time);
}

/**
 * Gives signs of the holder while somebody is at the page, and reads the page again once somebody asks for the review;
 * true once the claim is no longer theirs.
 */
function useSigns(postingId: string, own: boolean, shownAsker: string | null): boolean {
  const [lost, setLost] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  useAttended(claimSignSeconds, () => {
    if (own) void sign();
  });

  async function sign(): Promise<void> {
    // A line that is down for a moment loses nothing: the next sign comes soon, and the claim lasts for many.
    // An empty form, because every action reads one.
    const sent = fetch(paths.staff.reviewClaim(postingId), { method: 'POST', body: new URLSearchParams() });
    const answer = await sent.catch(() => null);
    if (answer?.ok !== true) return;
    const { held, askedBy } = (await answer.json()) as SignAnswer;
    if (!held) setLost(postingId);
    if (askedBy !== shownAsker) revalidate();
  }
  return own && lost === postingId;
}
