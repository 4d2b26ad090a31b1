import type { Account } from '#app/domain/account.ts';
import { done, type Refusal, refuse } from '#app/domain/refusal.ts';
import { emailForm } from '#app/forms/account.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { dayMs, later, throttleKey } from '../throttle.ts';
import { accountLimit, confirmPassword, ownAccount } from './support.ts';

/** What the state of the asking account says against it; for the page, too. */
export function refusalToInvite(
  account: Pick<Account, 'establishmentId' | 'openedOn' | 'suspendedOn'>,
): Refusal | null {
  if (account.establishmentId === null || account.openedOn === null) return refuse('mypage-not-open');
  return account.suspendedOn === null ? null : refuse('mypage-suspended');
}

type Input = { currentPassword: string; values: { email: string } };

/**
 * A holder adds an address that signs in for the same establishment (domain.md §2.9). The address is told by mail and
 * goes through パスワード登録 itself; it becomes an account there, so an address that is taken elsewhere looks here like
 * one whose holder has not answered yet.
 */
export const inviteAddress = defineProcedure<Input, null>({
  name: 'account.inviteAddress',
  permission: 'account.manage',
  input: object({ currentPassword: { type: 'string', maxLength: 512 }, values: schemaOf(emailForm) }),
  audit: 'account.addressInvited',

  async prepare(context, { currentPassword }) {
    const confirmed = await confirmPassword(context, currentPassword);
    if (!confirmed.ok) return confirmed;
    const { stores, now } = context;
    const count = accountLimit(context, 'signInAddresses');
    const today = await stores.throttles.count(
      throttleKey('invite', confirmed.value.id),
      now,
      later(now, dayMs),
    );
    return today > count ? refuse('invited-too-often', { params: { count } }) : done(undefined);
  },

  async run(context, { values: { email } }) {
    const { stores, now, newId, record, enqueue } = context;
    const account = await ownAccount(context);
    const closed = refusalToInvite(account);
    if (closed !== null) return closed;
    const establishmentId = account.establishmentId ?? '';
    const accounts = await stores.accounts.lockOf(establishmentId);
    const invitations = await stores.invitations.of(establishmentId);
    const known = [...accounts, ...invitations];
    if (known.some((one) => one.email === email))
      return refuse('fields-wrong', { fields: [{ field: 'email', code: 'taken' }] });
    const count = accountLimit(context, 'signInAddresses');
    if (known.length >= count) return refuse('addresses-full', { params: { count } });

    const invitationId = newId();
    await stores.invitations.insert({
      id: invitationId,
      establishmentId,
      email,
      invitedBy: account.id,
      invitedAt: now,
    });
    enqueue({
      kind: 'mail.addressInvited',
      payload: { invitationId },
      dedupe: `addressInvited:${invitationId}`,
    });
    record({
      subject: { type: 'account', id: account.id },
      detail: { invitationId },
      personal: { email },
    });
    return done(null);
  },
});
