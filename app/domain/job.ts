import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';
import type { ErasureSubject } from './retention.ts';
import type { SweepJob } from './sweep.ts';

/** Mails the product sends; each has a template in jobs/mail/templates and says which ids it is rendered from. */
export type MailJob =
  | { kind: 'mail.key'; payload: { keyId: string } }
  | { kind: 'mail.alreadyRegistered'; payload: { accountId: string } }
  | { kind: 'mail.passwordChanged'; payload: { accountId: string } }
  | { kind: 'mail.emailChanged'; payload: { formerEmailId: string } }
  | { kind: 'mail.addressInvited'; payload: { invitationId: string } }
  | { kind: 'mail.withdrawalReceived'; payload: { accountId: string; erasedFrom: CalendarDate } }
  | { kind: 'mail.withdrawalUndone'; payload: { accountId: string } }
  | { kind: 'mail.mypageErased'; payload: { noticeId: string } }
  | { kind: 'mail.mypageSuspended'; payload: { accountId: string } }
  | { kind: 'mail.mypageResumed'; payload: { accountId: string } }
  | { kind: 'mail.postingReceived'; payload: { postingId: string } }
  | { kind: 'mail.postingReturned'; payload: { postingId: string; returnId: string } }
  | { kind: 'mail.postingAccepted'; payload: { postingId: string } }
  | { kind: 'mail.postingRefused'; payload: { postingId: string } }
  | { kind: 'mail.decisionUndone'; payload: { postingId: string } }
  | { kind: 'mail.visitDemanded'; payload: { postingId: string } }
  | { kind: 'mail.dueDateMoved'; payload: { postingId: string; from: CalendarDate; to: CalendarDate } }
  | { kind: 'mail.changeReceived'; payload: { requestId: string } }
  | { kind: 'mail.changeAccepted'; payload: { requestId: string } }
  | { kind: 'mail.changeReturned'; payload: { requestId: string } }
  | { kind: 'mail.changeRejected'; payload: { requestId: string } }
  | { kind: 'mail.imagesDecided'; payload: { establishmentId: string; decisionId: string } }
  | { kind: 'mail.referralMade'; payload: { referralId: string } }
  | { kind: 'mail.missingResult'; payload: { referralId: string } }
  | { kind: 'mail.restricted'; payload: { restrictionId: string } }
  | { kind: 'mail.restrictionReleased'; payload: { restrictionId: string } }
  | { kind: 'mail.messageReceived'; payload: { messageId: string } }
  | { kind: 'mail.imageHidden'; payload: { imageId: string; decisionId: string } }
  | { kind: 'mail.transferredOut'; payload: { accountId: string; transferId: string } }
  | { kind: 'mail.visitReminder'; payload: { postingId: string; dueDate: CalendarDate } }
  | { kind: 'mail.postingLapsed'; payload: { postingId: string } }
  | { kind: 'mail.validityEnds'; payload: { postingId: string; validUntil: CalendarDate } };

/** What can be put off until after the commit. Payloads carry ids only, never personal data. */
export type Job =
  | { kind: 'key.issue'; payload: { requestId: string } }
  | { kind: 'rules.rejudge'; payload: { ruleSet: string; version: string } }
  | {
      kind: 'retention.finish';
      payload: {
        certificateId: string;
        subjectType: ErasureSubject['type'];
        subjectId: string;
        /** Images whose files go. */
        pictures: readonly string[];
      };
    }
  | { kind: 'backTest.run'; payload: { backTestId: string } }
  | SweepJob
  | MailJob;

export const isMail = (job: Job): job is MailJob => job.kind.startsWith('mail.');

export type JobKind = Job['kind'];

/**
 * A job as a procedure asks for it, written in the same transaction as the change it follows from.
 * `dedupe` makes it happen once: e.g. `postingReturned:{returnId}`. After `expiresAt` it is dropped, not run.
 */
export type JobRequest = Job & { dedupe: string; runAt?: Instant; expiresAt?: Instant };

export const jobStates = ['ready', 'running', 'done', 'dead', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];
