import type { EmployerActor } from '#app/domain/actor.ts';
import { visitor } from '#app/domain/actor.ts';
import type { FormValues } from '#app/forms/field.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import type { OpenDatabase } from './database.ts';
import { granted, keyIn, openOffice, password } from './world.ts';

export const newPassword = '見本の新しい長い合言葉二千二十六';

/** 本人確認 as a clerk fills it in. */
export const identity: FormValues = {
  visitor_name: '見本 来庁子',
  identity_document_seen: true,
  identity_document: 'driving_licence',
  authority_confirmed: true,
  help_reason: '担当者の退職により、メールを受信できなくなったため（見本）',
};

/** An open MyPage on the morning of 2026-11-24, with what the scenarios of accounts do again and again. */
export async function openedMypage(open: OpenDatabase) {
  const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const account = async (id = employer.accountId) => {
    const found = await office.stores.accounts.find(id);
    if (!found) throw new Error('No such account.');
    return found;
  };
  return {
    office,
    employer,
    account,
    establishmentId: employer.establishmentId ?? '',
    login: (email: string, typed = password) =>
      office.perform(signIn, visitor, { email, password: typed, device: 'windows' }),
    /** Lets the jobs run and says what was mailed meanwhile. */
    mailed: async () => {
      const before = office.mails.length;
      await office.runner.runDue();
      return office.mails.slice(before);
    },
    keyMailedTo: async (email: string) => {
      await office.runner.runDue();
      return keyIn(office.mails, email);
    },
    /** Somebody is signed in with the account; the sessions that are left are counted by `sessionsOf`. */
    sessionFor: async (accountId: string, name: string) => {
      const at = office.clock.now().toISOString();
      await office.stores.sessions.insert({
        idHash: name,
        audience: 'mypage',
        subjectId: accountId,
        data: {},
        createdAt: at,
        seenAt: at,
      });
    },
    sessionsOf: (accountId: string): Promise<string[]> =>
      office.database.reader('session').where({ subject_id: accountId }).orderBy('id_hash').pluck('id_hash'),
    /** A colleague whose address was added and who has set a password. */
    colleague: async (email = 'b@example.co.jp'): Promise<EmployerActor> => {
      const input = { currentPassword: password, values: { email } };
      granted(await office.perform(inviteAddress, employer, input));
      const accountId = await office.setUpPassword(email, 'start');
      return { kind: 'employer', accountId, email, establishmentId: employer.establishmentId };
    },
  };
}
