import { setOfficeDay } from '#app/procedures/office/setDay.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { announceEnd } from '#app/procedures/posting/announceEnd.ts';
import { demandVisit } from '#app/procedures/posting/demandVisit.ts';
import { lapsePosting } from '#app/procedures/posting/lapse.ts';
import { remindVisit } from '#app/procedures/posting/remindVisit.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { settleRefusal } from '#app/procedures/posting/settleRefusal.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import type { MailEntries } from './entry.ts';
import { sampleNumber, samplePosting } from './samples.ts';

type PostingMail =
  | 'mail.postingReceived'
  | 'mail.postingReturned'
  | 'mail.postingAccepted'
  | 'mail.postingRefused'
  | 'mail.decisionUndone'
  | 'mail.visitDemanded'
  | 'mail.dueDateMoved'
  | 'mail.visitReminder'
  | 'mail.postingLapsed'
  | 'mail.validityEnds';

/** 求人: from the application to the end of its validity. */
export const postingMails: MailEntries<PostingMail> = {
  'mail.postingReceived': {
    by: [submitPosting, resendPosting],
    ruleSet: 'eligibility/visit-required',
    sample: { ...samplePosting, appliedOn: '2026-11-24', visitDueDate: '2026-12-08' },
  },
  'mail.postingReturned': {
    by: [returnPosting],
    ruleSet: null,
    sample: { ...samplePosting, visitDueDate: null },
  },
  'mail.postingAccepted': {
    by: [acceptPosting],
    ruleSet: 'limits/posting',
    sample: { ...samplePosting, number: sampleNumber, validUntil: '2027-01-31', published: true },
  },
  'mail.postingRefused': { by: [settleRefusal], ruleSet: null, sample: samplePosting },
  'mail.decisionUndone': { by: [undoDecision], ruleSet: null, sample: samplePosting },
  'mail.visitDemanded': {
    by: [demandVisit],
    ruleSet: 'eligibility/visit-required',
    sample: { ...samplePosting, visitDueDate: '2026-12-08' },
  },
  'mail.dueDateMoved': {
    by: [setOfficeDay],
    ruleSet: 'eligibility/visit-required',
    sample: { ...samplePosting, formerDueDate: '2026-12-08', visitDueDate: '2026-12-07' },
  },
  'mail.visitReminder': {
    by: [remindVisit],
    ruleSet: 'limits/deadlines',
    sample: { ...samplePosting, visitDueDate: '2026-12-08', returned: false },
  },
  'mail.postingLapsed': {
    by: [lapsePosting],
    ruleSet: 'limits/deadlines',
    sample: { ...samplePosting, visitDueDate: '2026-12-08' },
  },
  'mail.validityEnds': {
    by: [announceEnd],
    ruleSet: 'limits/deadlines',
    sample: { ...samplePosting, number: sampleNumber, validUntil: '2027-01-31' },
  },
};
