import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 移管: to every address that signed in. */
export const mailTransferredOut = (tools: HandlerTools): Handler<'mail.transferredOut'> =>
  mailHandler(tools, {
    kind: 'mail.transferredOut',
    read: async ({ accountId }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      const transfer = await tools.stores.transfers.of(read.account.establishmentId ?? '');
      const office = transfer && (await tools.stores.offices.find(transfer.toOfficeId));
      if (!transfer || !office) return { reason: 'account-superseded' };
      const newOffice = { name: office.name, phone: office.phone };
      return { to: read.to, facts: { ...read.facts, movedOn: transfer.movedOn, newOffice } };
    },
  });
