import { type Account, canSignIn } from '#app/domain/account.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, NotFound, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { confirmPassword, ownMypage } from './support.ts';

type Input = { addressId: string; currentPassword: string };

/**
 * A holder takes away an address of the same establishment, or the invitation of one; also their own, as long as
 * another one signs in. Postings and requests of the address go to whoever stays, so that the counter's mails about
 * them keep a reader.
 */
export const removeAddress = defineProcedure<Input, { own: boolean }>({
  name: 'account.removeAddress',
  permission: 'account.manage',
  input: object({ addressId: recordId, currentPassword: { type: 'string', maxLength: 512 } }),
  audit: 'account.addressRemoved',

  async prepare(context, { currentPassword }) {
    const confirmed = await confirmPassword(context, currentPassword);
    return confirmed.ok ? done(undefined) : confirmed;
  },

  async run(context, { addressId }) {
    const { stores, record } = context;
    const { own, accounts } = await ownMypage(context);
    const removed = accounts.find(({ id }) => id === addressId);
    if (removed === undefined) return removeInvitation(context, own, addressId);

    const heir = removed.id === own.id ? accounts.find((one) => one.id !== own.id && canSignIn(one)) : own;
    if (heir === undefined) return refuse('last-address');
    if (removed.establishmentId !== null) {
      await stores.postings.handOver(removed.establishmentId, removed.id, heir.id);
      await stores.changeRequests.handOver(removed.establishmentId, removed.id, heir.id);
    }
    await stores.accounts.remove(removed.id);
    record({
      subject: { type: 'account', id: removed.id },
      detail: { heir: heir.id },
      personal: { email: removed.email },
    });
    return done({ own: removed.id === own.id });
  },
});

async function removeInvitation({ stores, record }: ProcedureContext, own: Account, invitationId: string) {
  const invitation = await stores.invitations.find(invitationId);
  if (invitation === undefined || invitation.establishmentId !== own.establishmentId)
    throw new NotFound('No such address.');
  await stores.invitations.remove(invitation.id);
  record({
    subject: { type: 'account', id: own.id },
    detail: { invitationId },
    personal: { email: invitation.email },
  });
  return done({ own: false });
}
