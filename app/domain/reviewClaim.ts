import type { Instant } from './clock.ts';

/** 担当: the member of staff who is reviewing a posting. It keeps others from being served it; it locks nothing. */
export type ReviewClaim = { postingId: string; staffId: string; begunAt: Instant; expiresAt: Instant };

/** Who holds a posting, as a page shows it. */
export type ReviewHolder = { name: string; own: boolean; begunAt: Instant };

/** How long a claim lasts without a sign of its holder. A figure of the house (ux.md §5), not of the leaflet. */
export const claimMinutes = 10;

/** How often an open page gives that sign, while somebody is at it. */
export const claimSignSeconds = 15;

/** Without a key or a pointer for so long, an open page is an empty chair and gives no more signs. */
export const claimIdleMinutes = 5;

export const claimExpiry = (now: Instant): Instant =>
  new Date(Date.parse(now) + claimMinutes * 60_000).toISOString();

/** 引継ぎの依頼: somebody asks the holder for the review. It counts while the holder's claim holds. */
export type HandOverRequest = {
  postingId: string;
  askedBy: string;
  /** The holder at that time. */
  askedOf: string;
  reason: string;
  askedAt: Instant;
  /** When the holder said that they go on; null while the answer is open. */
  keptAt: Instant | null;
};
