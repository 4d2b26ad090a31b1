import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { inScope } from '../stores/scope.ts';

export type FoundHolder = ReviewHolder & { staffId: string };

/** Who is reviewing which of these postings at `now`, by the posting's id; within the actor's reach. */
export async function reviewHolders(
  knex: Knex,
  actor: StaffActor,
  postingIds: readonly string[],
  now: Instant,
): Promise<Readonly<Record<string, FoundHolder>>> {
  const rows = await knex('review_claim')
    .join('posting', 'posting.id', 'review_claim.posting_id')
    .join('staff', 'staff.id', 'review_claim.staff_id')
    .where(
      inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
    )
    .whereIn('posting_id', [...postingIds])
    .where('expires_at', '>', now)
    .select('posting_id', 'staff_id', 'begun_at', 'staff.name');
  return Object.fromEntries(
    rows.map((row) => [
      row.posting_id,
      { staffId: row.staff_id, name: row.name, own: row.staff_id === actor.id, begunAt: row.begun_at },
    ]),
  );
}
