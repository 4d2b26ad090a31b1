import type { Instant } from './clock.ts';

/** 担当: the member of staff who is reviewing a posting. It keeps others from being served it; it locks nothing. */
export type ReviewClaim = { postingId: string; staffId: string; begunAt: Instant; expiresAt: Instant };

/** How long a claim lasts without a sign of its holder. A figure of the house (ux.md §5), not of the leaflet. */
export const claimMinutes = 10;

export const claimExpiry = (now: Instant): Instant =>
  new Date(Date.parse(now) + claimMinutes * 60_000).toISOString();
