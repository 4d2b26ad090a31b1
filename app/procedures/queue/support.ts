import type { StaffActor } from '#app/domain/actor.ts';
import { type Posting, stateGroups } from '#app/domain/posting.ts';
import { type AssignableItem, assignableTypes, bulkLimit } from '#app/domain/queue.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { ReviewClaim } from '#app/domain/reviewClaim.ts';
import { Forbidden, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** Items chosen in the queue, each once. */
export const chosenItems = {
  type: 'array',
  minItems: 1,
  maxItems: bulkLimit,
  uniqueItems: true,
  items: object({ type: { type: 'string', enum: [...assignableTypes] }, id: recordId }),
};

/** Why one of several items stayed as it was: `field` is the item as `type:id`. */
export const left = (
  { type, id }: AssignableItem,
  code: 'held' | 'gone' | 'no-posting',
  holder?: string,
): FieldError => ({
  field: `${type}:${id}`,
  code,
  ...(holder === undefined ? {} : { params: { holder } }),
});

/** What is done together is done by somebody at a counter. */
export function staffIn({ actor }: ProcedureContext): StaffActor {
  if (actor.kind !== 'staff') throw new Forbidden('Only staff hold items of the queue.');
  return actor;
}

export const waits = ({ state }: Posting): boolean =>
  (stateGroups.queue as readonly string[]).includes(state);

export const nameOf = async ({ stores }: ProcedureContext, { staffId }: Pick<ReviewClaim, 'staffId'>) =>
  (await stores.staff.find(staffId))?.name ?? '';

/** Whether the item still waits; an item out of reach is not found. */
export async function stillWaits(
  { stores, scope }: ProcedureContext,
  { type, id }: AssignableItem,
): Promise<boolean> {
  if (type === 'posting') return waits(notFoundUnless(await stores.postings.find(scope, id)));
  if (type === 'change_request')
    return notFoundUnless(await stores.changeRequests.find(scope, id)).state === 'submitted';
  notFoundUnless(await stores.establishments.find(scope, id));
  return (await stores.images.of(id)).some(({ state }) => state === 'waiting');
}
