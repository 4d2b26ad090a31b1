import { changePassword } from '#app/procedures/account/changePassword.ts';
import { confirmEmail } from '#app/procedures/account/confirmEmail.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { issueKey } from '#app/procedures/account/issueKey.ts';
import { reissueKey } from '#app/procedures/account/reissueKey.ts';
import { replaceEmail } from '#app/procedures/account/replaceEmail.ts';
import { resumeMypage } from '#app/procedures/account/resume.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { suspendMypage } from '#app/procedures/account/suspend.ts';
import { undoWithdrawal } from '#app/procedures/account/undoWithdrawal.ts';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { eraseMypage } from '#app/procedures/retention/erase.ts';
import { transferOut } from '#app/procedures/transfer/transferOut.ts';
import type { MailEntries } from './entry.ts';
import { sampleAccount, sampleLinks } from './samples.ts';

type AccountMail =
  | 'mail.key'
  | 'mail.alreadyRegistered'
  | 'mail.passwordChanged'
  | 'mail.emailChanged'
  | 'mail.addressInvited'
  | 'mail.withdrawalReceived'
  | 'mail.withdrawalUndone'
  | 'mail.mypageErased'
  | 'mail.mypageSuspended'
  | 'mail.mypageResumed'
  | 'mail.transferredOut';

/** アカウント: opening, changing and closing a MyPage. */
export const accountMails: MailEntries<AccountMail> = {
  'mail.key': {
    by: [issueKey, reissueKey, replaceEmail],
    ruleSet: 'limits/account',
    sample: {
      key: '0123456789AB',
      issuedAt: '2026-11-24T00:00:00.000Z',
      expiresAt: '2026-11-24T00:50:00.000Z',
      purpose: 'start',
      link: sampleLinks.startKey,
      again: sampleLinks.start,
    },
  },
  'mail.alreadyRegistered': {
    by: [issueKey],
    ruleSet: null,
    sample: { login: sampleLinks.login, start: sampleLinks.start },
  },
  'mail.passwordChanged': {
    by: [changePassword, setPassword],
    ruleSet: null,
    sample: { ...sampleAccount, forgot: sampleLinks.forgot },
  },
  'mail.emailChanged': {
    by: [confirmEmail, replaceEmail],
    ruleSet: null,
    sample: { ...sampleAccount, by: 'holder', replacedAt: '2026-11-24T00:00:00.000Z' },
  },
  'mail.addressInvited': {
    by: [inviteAddress],
    ruleSet: 'limits/account',
    sample: { ...sampleAccount, start: sampleLinks.start },
  },
  'mail.withdrawalReceived': {
    by: [withdrawMypage],
    ruleSet: 'retention/account',
    sample: { ...sampleAccount, withdrawnOn: '2026-11-24', erasedFrom: '2026-12-26' },
  },
  'mail.withdrawalUndone': { by: [undoWithdrawal], ruleSet: 'retention/account', sample: sampleAccount },
  'mail.mypageErased': {
    by: [eraseMypage],
    ruleSet: 'retention/account',
    sample: {
      office: sampleAccount.office,
      erasedOn: '2026-12-26',
      reasons: ['2026年11月24日の退会から31日を経過したため、消去します。'],
    },
  },
  'mail.mypageSuspended': { by: [suspendMypage], ruleSet: null, sample: sampleAccount },
  'mail.mypageResumed': { by: [resumeMypage], ruleSet: null, sample: sampleAccount },
  'mail.transferredOut': {
    by: [transferOut],
    ruleSet: null,
    sample: {
      ...sampleAccount,
      movedOn: '2026-11-24',
      newOffice: { name: 'ハローワーク架空台', phone: '0300000200' },
    },
  },
};
