import type { Application } from '#app/composition.server.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type DraftedAct, draftKeptDays, draftLength } from '#app/domain/decisionDraft.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { TypedText } from '#app/forms/field.ts';

/** What somebody has typed into a decision on a posting. */
export type TypedDecision = { postingId: string; act: DraftedAct; typed: TypedText };

const hasWords = (typed: TypedText): boolean =>
  Object.values(typed).some((text) => [text].flat().some((one) => one.trim() !== ''));

/**
 * Keeps it under the person's name. Nothing is decided, so nothing is audited; nobody else reads it.
 * @param unmoved keep it only while the posting is at this version
 * @returns false where there was nothing to keep, or the posting is out of reach or has moved
 */
export async function keepDraft(
  app: Application,
  actor: StaffActor,
  now: Instant,
  { postingId, act, typed }: TypedDecision,
  unmoved?: number | null,
): Promise<boolean> {
  if (!hasWords(typed) || JSON.stringify(typed).length > draftLength) return false;
  const unread = new Date(Date.parse(now) - draftKeptDays * 24 * 3_600_000).toISOString();
  return app.write(async (stores) => {
    const posting = await stores.postings.find(scopeOf(actor), postingId);
    if (posting === undefined || posting.state === 'draft') return false;
    if (unmoved !== undefined && posting.version !== unmoved) return false;
    await stores.decisionDrafts.removeOlder(actor.id, unread);
    await stores.decisionDrafts.save({ staffId: actor.id, postingId, act, typed, savedAt: now });
    return true;
  });
}
