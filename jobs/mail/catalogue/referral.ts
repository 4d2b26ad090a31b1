import { receiveMessage } from '#app/procedures/message/receive.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { notifyMissingResult } from '#app/procedures/referral/notify.ts';
import { imposeRestriction } from '#app/procedures/restriction/impose.ts';
import { releaseRestriction } from '#app/procedures/restriction/release.ts';
import type { MailEntries } from './entry.ts';
import { sampleMypage, sampleReferral } from './samples.ts';

type ReferralMail =
  | 'mail.referralMade'
  | 'mail.messageReceived'
  | 'mail.missingResult'
  | 'mail.restricted'
  | 'mail.restrictionReleased';

/** 応募: referrals, their results, and what follows from results that are missing. */
export const referralMails: MailEntries<ReferralMail> = {
  'mail.referralMade': { by: [makeReferral], ruleSet: null, sample: sampleReferral },
  'mail.messageReceived': { by: [receiveMessage], ruleSet: null, sample: sampleReferral },
  'mail.missingResult': {
    by: [notifyMissingResult],
    ruleSet: 'notice/missing-result',
    sample: sampleReferral,
  },
  'mail.restricted': {
    by: [imposeRestriction],
    ruleSet: 'restriction/overdue-results',
    sample: {
      ...sampleMypage,
      reasons: [
        '選考結果が登録されていない紹介が、定められた件数を超えたため、一部の機能の利用を制限します。',
      ],
    },
  },
  'mail.restrictionReleased': {
    by: [releaseRestriction],
    ruleSet: 'limits/restriction',
    sample: { ...sampleMypage, promisedOn: '2026-12-08' },
  },
};
