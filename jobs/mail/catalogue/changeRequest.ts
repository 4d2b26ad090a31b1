import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { acceptEstablishmentChange } from '#app/procedures/changeRequest/acceptEstablishment.ts';
import { askExtension } from '#app/procedures/changeRequest/askExtension.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { submitContentChange } from '#app/procedures/changeRequest/submitContent.ts';
import { submitEstablishmentChange } from '#app/procedures/changeRequest/submitEstablishment.ts';
import type { MailEntries } from './entry.ts';
import { sampleLinks, sampleNumber, samplePosting } from './samples.ts';

type ChangeMail =
  | 'mail.changeReceived'
  | 'mail.changeAccepted'
  | 'mail.changeReturned'
  | 'mail.changeRejected';

const stop = {
  ...samplePosting,
  link: sampleLinks.change,
  kind: 'stop' as const,
  number: sampleNumber,
  stopOn: '2026-12-01',
  validUntil: '2027-01-31',
  ended: false,
};

const extension = { ...stop, kind: 'extension' as const, stopOn: null };

/** 変更の申込み: of a posting or of the establishment. */
export const changeMails: MailEntries<ChangeMail> = {
  'mail.changeReceived': {
    by: [askExtension, askStop, submitContentChange, submitEstablishmentChange],
    ruleSet: null,
    sample: stop,
  },
  'mail.changeAccepted': {
    by: [acceptRequest, acceptEstablishmentChange],
    ruleSet: 'limits/posting',
    sample: { ...extension, validUntil: '2027-02-28' },
  },
  'mail.changeReturned': { by: [returnRequest], ruleSet: null, sample: stop },
  'mail.changeRejected': { by: [rejectRequest], ruleSet: null, sample: extension },
};
