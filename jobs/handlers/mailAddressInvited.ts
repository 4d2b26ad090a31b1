import { factsOf } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** An address that a holder has added goes through パスワード登録 next. One that is an account already stays as it is. */
export const mailAddressInvited = (tools: HandlerTools): Handler<'mail.addressInvited'> =>
  mailHandler(tools, {
    kind: 'mail.addressInvited',
    read: async ({ invitationId }) => {
      const invitation = await tools.stores.invitations.find(invitationId);
      if (!invitation) return { reason: 'invitation-gone' };
      if (await tools.stores.accounts.findByEmail(invitation.email)) return { reason: 'address-taken' };
      const facts = await factsOf(tools, invitation.establishmentId);
      return { to: invitation.email, facts: { ...facts, start: tools.links.start } };
    },
  });
