import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import { canHappen } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { TransferAddress } from '#app/domain/transfer.ts';
import { voidOpenRequest } from '../changeRequest/voidOpen.ts';
import { searchKeysOf } from '../establishment/support.ts';
import { endReview } from '../posting/support.ts';
import { Conflict, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { calendarDate, object, optionalText, recordId, shortText, version } from '../schemas.ts';

type Input = {
  establishmentId: string;
  version: number;
  toOfficeId: string;
  movedOn: CalendarDate;
  reason: string;
  address: TransferAddress;
};

/**
 * 移管 (leaflet: 「管轄ハローワークが変わる場合などは、求人者マイページ上に保有している情報は引き継がれません」): the MyPage is closed at once with every
 * account, open postings end today, what was asked for is void, a restriction ends with it, and each holder is told by mail. The new office gets
 * the name and the new address, and nothing else.
 */
export const transferOut = defineProcedure<Input, { transferId: string }>({
  name: 'establishment.transferOut',
  permission: 'establishment.transfer',
  input: object({
    establishmentId: recordId,
    version,
    toOfficeId: recordId,
    movedOn: calendarDate,
    reason: shortText(600),
    address: object({
      postal: shortText(7),
      prefecture: shortText(10),
      city: shortText(60),
      street: shortText(100),
      building: optionalText(100),
    }),
  }),
  audit: 'establishment.transferredOut',

  async run(context, input) {
    const { actor, scope, stores, today, now, newId, record, enqueue } = context;
    if (actor.kind !== 'staff') throw new Error('Only the staff transfer.');
    const establishment = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
    if (establishment.state !== 'registered' || establishment.version !== input.version)
      throw new Conflict({ type: 'establishment', id: establishment.id });
    if (input.movedOn > today)
      return refuse('fields-wrong', { fields: [{ field: 'moved_on', code: 'in-future' }] });
    const to = await stores.offices.find(input.toOfficeId);
    if (to === undefined || to.id === establishment.officeId)
      return refuse('fields-wrong', { fields: [{ field: 'to_office_id', code: 'not-a-choice' }] });

    const accounts = await stores.accounts.lockOf(establishment.id);
    await stores.establishments.update(
      { ...establishment, state: 'transferred_out' },
      searchKeysOf(establishment.details),
    );
    const transferId = newId();
    await stores.transfers.insert({
      id: transferId,
      establishmentId: establishment.id,
      fromOfficeId: establishment.officeId,
      toOfficeId: to.id,
      movedOn: input.movedOn,
      reason: input.reason,
      name: establishment.name,
      address: input.address,
      recordedBy: actor.id,
      recordedAt: now,
    });
    const ended = await endPostings(context, establishment.id);
    const restrictionId = await endRestriction(context, establishment.id, {
      transferId,
      reason: input.reason,
    });
    const asked = await stores.changeRequests.openOfEstablishment(establishment.id);
    if (asked !== undefined) {
      await stores.changeRequests.update({ ...asked, state: 'void' });
      record({
        subject: { type: 'change_request', id: asked.id },
        detail: { from: asked.state, to: 'void' },
      });
    }
    for (const image of await stores.images.lockOf(establishment.id))
      if (image.state === 'waiting' || image.state === 'published')
        await stores.images.update({ ...image, state: 'removed', slot: null });
    for (const account of accounts) {
      if (account.closedOn !== null) continue;
      await stores.accounts.update({ ...account, closedOn: today });
      await stores.keys.voidAllOf(account.id, now);
      await stores.sessions.removeAllOf(account.id);
      enqueue({
        kind: 'mail.transferredOut',
        payload: { accountId: account.id, transferId },
        dedupe: `transferredOut:${transferId}:${account.id}`,
      });
    }
    await stores.invitations.removeAllOf(establishment.id);
    record({
      subject: { type: 'establishment', id: establishment.id },
      detail: {
        transferId,
        movedOn: input.movedOn,
        office: to.id,
        restrictionId,
        postings: ended,
        accounts: accounts.map(({ id }) => id),
      },
      personal: { reason: input.reason, address: input.address },
    });
    return done({ transferId });
  },
});

/**
 * A restriction ends with the MyPage that it restricted, and is not carried over; it was not lifted, so that nothing is
 * promised and nobody is told. What it was, or null where none was in force.
 */
async function endRestriction(
  { actor, stores, today, record }: ProcedureContext,
  establishmentId: string,
  { transferId, reason }: { transferId: string; reason: string },
): Promise<string | null> {
  const open = await stores.restrictions.openOf(establishmentId);
  if (open === undefined) return null;
  await stores.restrictions.release(open.id, {
    on: today,
    by: actorId(actor),
    reason,
    promisedOn: null,
    spokenTo: null,
    channel: null,
    transferId,
  });
  record({ subject: { type: 'restriction', id: open.id }, detail: { transferId } });
  return open.id;
}

/** Valid postings become invalid today, those applied for lapse; how many. Drafts stay out of reach with their MyPage. */
async function endPostings(context: ProcedureContext, establishmentId: string): Promise<number> {
  const { stores, today, now, record } = context;
  const open = await stores.postings.openOf(establishmentId);
  for (const posting of open) {
    if (!canHappen('transfer', posting.state)) throw new Conflict({ type: 'posting', id: posting.id });
    const after: Posting =
      posting.state === 'valid'
        ? { ...posting, state: 'invalid', invalidatedOn: today }
        : { ...posting, state: 'lapsed' };
    await stores.postings.update({ ...after, updatedAt: now });
    await endReview(context, posting.id);
    await voidOpenRequest(context, posting.id);
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { reason: 'transferred', from: posting.state, to: after.state },
    });
  }
  return open.length;
}
