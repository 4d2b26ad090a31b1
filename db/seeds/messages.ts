import type { EmployerActor, PartnerActor } from '#app/domain/actor.ts';
import { demoPartnerName } from '#app/domain/partner.ts';
import { markMessagesRead } from '#app/procedures/message/markRead.ts';
import { receiveMessage } from '#app/procedures/message/receive.ts';
import { sendMessage } from '#app/procedures/message/send.ts';
import { addPartner } from '#app/procedures/partner/add.ts';
import type { DemoMessage } from '#fixtures/demoMessages.ts';
import type { House } from './house.ts';
import type { Step } from './stories.ts';

/** The system of the invented job seekers, whose secret nobody is told. */
export async function registerPartner(house: House): Promise<PartnerActor> {
  const { partnerId } = await house.act(
    addPartner,
    { kind: 'system', job: 'seed' },
    { name: demoPartnerName, officeCode: null, scopes: ['messages', 'seekers'] },
  );
  return { kind: 'partner', id: partnerId, officeId: null };
}

/** The messages of one thread; whoever answers has read what was there. */
export const tellMessages = (
  house: House,
  { employer, partner }: { employer: () => EmployerActor; partner: PartnerActor },
  referralOf: () => string,
  messages: readonly DemoMessage[],
): Step[] =>
  messages.map(({ from, daysAgo, time, text }) => ({
    at: house.time.at(daysAgo, time),
    act: async () => {
      const referralId = referralOf();
      const readUpTo = (await house.read.messages.ofReferral(referralId)).at(-1)?.seq ?? 0;
      const input = { referralId, values: { text } };
      if (from === 'employer') await house.act(sendMessage, employer(), { ...input, readUpTo });
      else {
        await house.act(markMessagesRead, partner, { referralId, upTo: readUpTo });
        await house.act(receiveMessage, partner, input);
      }
      return undefined;
    },
  }));
