import type { PartnerActor } from '#app/domain/actor.ts';
import type { PartnerScope } from '#app/domain/partner.ts';
import { markMessagesRead } from '#app/procedures/message/markRead.ts';
import { receiveMessage } from '#app/procedures/message/receive.ts';
import { sendMessage } from '#app/procedures/message/send.ts';
import { addPartner } from '#app/procedures/partner/add.ts';
import { updateSeeker } from '#app/procedures/seeker/update.ts';
import type { OpenDatabase } from './database.ts';
import { referralOffice } from './referrals.ts';
import { granted, type World } from './world.ts';

/** A 求職者マイページ that may use the API, with the secret it was given. */
export async function openPartner(
  office: Pick<World, 'perform' | 'stores'>,
  {
    name = '見本の求職者システム',
    officeCode = null,
    scopes = ['messages', 'seekers'],
  }: {
    name?: string;
    officeCode?: string | null;
    scopes?: readonly PartnerScope[];
  } = {},
): Promise<{ actor: PartnerActor; secret: string }> {
  const { partnerId, secret } = granted(
    await office.perform(addPartner, { kind: 'system', job: 'test' }, { name, officeCode, scopes }),
  );
  const officeId = (await office.stores.partners.find(partnerId))?.officeId ?? null;
  return { actor: { kind: 'partner', id: partnerId, officeId }, secret };
}

/** A thread between an employer with a valid posting and a referred seeker with a 求職者マイページ. */
export async function openThread(open: OpenDatabase) {
  const referrals = await referralOffice(open);
  const { office, employer } = referrals;
  const partner = await openPartner(office);
  const seekerId = await referrals.seeker();
  const setMypage = async (hasMypage: boolean) => {
    const seeker = await office.stores.jobSeekers.find({ kind: 'all' }, seekerId);
    if (!seeker) throw new Error('No seeker.');
    const values = { ...seeker.person, ...seeker.profile, has_mypage: hasMypage };
    granted(
      await office.perform(updateSeeker, office.staff.clerk, { seekerId, version: seeker.version, values }),
    );
  };
  await setMypage(true);
  const referralId = await referrals.refer({ seekerId });
  const input = (text: string) => ({ referralId, values: { text } });
  return {
    ...referrals,
    partner,
    seekerId,
    setMypage,
    referralId,
    thread: () => office.stores.messages.ofReferral(referralId),
    trySend: (text = '面接の日時をご相談させてください。', by = employer, readUpTo = 0) =>
      office.perform(sendMessage, by, { ...input(text), readUpTo }),
    tryReceive: (text = 'ありがとうございます。', by = partner.actor) =>
      office.perform(receiveMessage, by, input(text)),
    markRead: (upTo: number, by: typeof employer | PartnerActor = employer) =>
      office.perform(markMessagesRead, by, { referralId, upTo }),
  };
}
