import type { Establishment } from '#app/domain/establishment.ts';
import { mergeObstacle, placesBehind } from '#app/domain/merge.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { Conflict, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId, shortText, version } from '../schemas.ts';
import { searchKeysOf } from './support.ts';

type Input = {
  keptId: string;
  keptVersion: number;
  mergedId: string;
  mergedVersion: number;
  reason: string;
  identityChecked: boolean;
};

/**
 * 統合: two records of one establishment become one. Accounts, postings and all that hangs on them move to the record that
 * is kept, in one step; the other stays as a pointer to it, with its number. A MyPage that was opened online opens with
 * it, as with the 本登録, so that whoever came was identified first (leaflet ※②).
 */
export const mergeEstablishments = defineProcedure<Input, null>({
  name: 'establishment.merge',
  permission: 'establishment.merge',
  input: object({
    keptId: recordId,
    keptVersion: version,
    mergedId: recordId,
    mergedVersion: version,
    reason: shortText(300),
    identityChecked: { type: 'boolean' },
  }),
  audit: 'establishment.merged',

  async run(context, input) {
    const { actor, scope, stores, rules, today, now, record } = context;
    if (actor.kind !== 'staff' || input.keptId === input.mergedId)
      throw new Error('A supervisor merges two records.');
    const kept = notFoundUnless(await stores.establishments.find(scope, input.keptId));
    const merged = notFoundUnless(await stores.establishments.find({ kind: 'all' }, input.mergedId));
    for (const [one, seen] of [
      [kept, input.keptVersion],
      [merged, input.mergedVersion],
    ] as const)
      if (one.version !== seen) throw new Conflict({ type: 'establishment', id: one.id });

    // Both are locked in one order, so that two merges cannot wait for one another.
    const [first = '', second = ''] = [kept.id, merged.id].toSorted();
    const images = new Map([
      [first, await stores.images.lockOf(first)],
      [second, await stores.images.lockOf(second)],
    ]);
    const obstacle = mergeObstacle(
      await stores.establishmentMerges.sideOf(kept),
      await stores.establishmentMerges.sideOf(merged),
      mostImages(rules, today),
    );
    if (obstacle !== null) return refuse(obstacle);
    if (merged.state === 'provisional' && !input.identityChecked)
      return refuse('merge-identity', { fields: [{ field: 'identity_checked', code: 'required' }] });

    await settleMypage(context, merged);
    const moved = await stores.establishmentMerges.countsOf(merged.id);
    await stores.establishmentMerges.move(
      merged.id,
      kept.id,
      placesBehind(images.get(kept.id) ?? [], images.get(merged.id) ?? []),
    );
    await stores.establishments.update({ ...merged, state: 'merged' }, searchKeysOf(merged.details));
    await stores.establishments.update(kept, searchKeysOf(kept.details));
    await stores.establishmentMerges.insert({
      mergedId: merged.id,
      keptId: kept.id,
      reason: input.reason,
      mergedBy: actor.id,
      mergedAt: now,
    });
    const detail = { keptId: kept.id, mergedId: merged.id, number: merged.number, from: merged.state, moved };
    for (const { id } of [kept, merged])
      record({ subject: { type: 'establishment', id }, detail, personal: { reason: input.reason } });
    return done(null);
  },
});

/** What only the merged record had of its MyPage: a request nobody has sent ends, what was opened online is open now. */
async function settleMypage(
  { stores, today, record }: ProcedureContext,
  merged: Establishment,
): Promise<void> {
  const asked = await stores.changeRequests.openOfEstablishment(merged.id);
  if (asked !== undefined) {
    await stores.changeRequests.update({ ...asked, state: 'void' });
    record({ subject: { type: 'change_request', id: asked.id }, detail: { from: asked.state, to: 'void' } });
  }
  for (const account of await stores.accounts.ofEstablishment(merged.id))
    if (account.state === 'active' && account.openedOn === null)
      await stores.accounts.update({ ...account, openedOn: today });
  await stores.reviewAssignments.remove({ type: 'images', id: merged.id });
}

/** How many images an establishment may have (rules/eligibility/image-upload.json). */
export const mostImages = (rules: RuleCatalogue, today: string): number =>
  Number(rules.parameter('eligibility/image-upload', 'maxFiles', today));
