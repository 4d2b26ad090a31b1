import type { Knex } from 'knex';
import type { Dialect } from '../connection.ts';
import { type AccountStore, accountStore } from './accounts.ts';
import { type AssistSessionStore, assistSessionStore } from './assistSessions.ts';
import { type AuditStore, auditStore } from './audit.ts';
import { type BackTestStore, backTestStore } from './backTests.ts';
import { type ChangeRequestStore, changeRequestStore } from './changeRequests.ts';
import { type DeadlineNoticeStore, deadlineNoticeStore } from './deadlineNotices.ts';
import { type DecisionDraftStore, decisionDraftStore } from './decisionDrafts.ts';
import { type DueDateStore, dueDateStore } from './dueDates.ts';
import { type ErasureStore, erasureStore } from './erasures.ts';
import { type EstablishmentMergeStore, establishmentMergeStore } from './establishmentMerges.ts';
import { type EstablishmentStore, establishmentStore } from './establishments.ts';
import { type ExtraCheckStore, extraCheckStore } from './extraChecks.ts';
import { type FormerEmailStore, formerEmailStore } from './formerEmails.ts';
import { type HandOverRequestStore, handOverRequestStore } from './handOverRequests.ts';
import { type IdempotencyStore, idempotencyStore } from './idempotency.ts';
import { type ImageStore, imageStore } from './images.ts';
import { type InvariantStore, invariantStore } from './invariants.ts';
import { type InvitationStore, invitationStore } from './invitations.ts';
import { type JobSeekerStore, jobSeekerStore } from './jobSeekers.ts';
import { type JobStore, jobStore } from './jobs.ts';
import { type KeyStore, keyStore } from './keys.ts';
import { type MessageStore, messageStore } from './messages.ts';
import { type MinimumWageStore, minimumWageStore } from './minimumWages.ts';
import { type MismatchComplaintStore, mismatchComplaintStore } from './mismatchComplaints.ts';
import { type OfficeStore, officeStore } from './offices.ts';
import { type OutboxMailStore, outboxMailStore } from './outboxMails.ts';
import { type PartnerSeekerStore, partnerSeekerStore } from './partnerSeekers.ts';
import { type PartnerStore, partnerStore } from './partners.ts';
import { type PostingCopyStore, postingCopyStore } from './postingCopies.ts';
import { type PostingStore, postingStore } from './postings.ts';
import { type ReasonTemplateStore, reasonTemplateStore } from './reasonTemplates.ts';
import { type ReferralStore, referralStore } from './referrals.ts';
import { type RefusalPeriodStore, refusalPeriodStore } from './refusalPeriods.ts';
import { type RestrictionStore, restrictionStore } from './restrictions.ts';
import { type RetentionStore, retentionStore } from './retention.ts';
import { type ReviewAssignmentStore, reviewAssignmentStore } from './reviewAssignments.ts';
import { type ReviewClaimStore, reviewClaimStore } from './reviewClaims.ts';
import { type ReviewHoldStore, reviewHoldStore } from './reviewHolds.ts';
import { type RuleChangeStore, ruleChangeStore } from './ruleChanges.ts';
import { type RuleVersionStore, ruleVersionStore } from './ruleVersions.ts';
import { type SentMailStore, sentMailStore } from './sentMails.ts';
import { type SessionStore, sessionStore } from './sessions.ts';
import { type StaffStore, staffStore } from './staff.ts';
import { type StaffNoteStore, staffNoteStore } from './staffNotes.ts';
import { type StaffPreferenceStore, staffPreferenceStore } from './staffPreferences.ts';
import { type SuspensionStore, suspensionStore } from './suspensions.ts';
import { type SweepRunStore, sweepRunStore } from './sweepRuns.ts';
import { type ThrottleStore, throttleStore } from './throttles.ts';
import { type TrainingStore, trainingStore } from './training.ts';
import { type TransferStore, transferStore } from './transfers.ts';
import { type VerdictStore, verdictStore } from './verdicts.ts';
import { type ViewStore, viewStore } from './views.ts';
import { type VisitStore, visitStore } from './visits.ts';

/** The persistence of every aggregate, over one transaction or over the reader. */
export type Stores = {
  accounts: AccountStore;
  assistSessions: AssistSessionStore;
  audit: AuditStore;
  changeRequests: ChangeRequestStore;
  deadlineNotices: DeadlineNoticeStore;
  transfers: TransferStore;
  decisionDrafts: DecisionDraftStore;
  extraChecks: ExtraCheckStore;
  handOverRequests: HandOverRequestStore;
  backTests: BackTestStore;
  dueDates: DueDateStore;
  erasures: ErasureStore;
  establishments: EstablishmentStore;
  establishmentMerges: EstablishmentMergeStore;
  formerEmails: FormerEmailStore;
  idempotency: IdempotencyStore;
  images: ImageStore;
  invitations: InvitationStore;
  invariants: InvariantStore;
  jobs: JobStore;
  jobSeekers: JobSeekerStore;
  keys: KeyStore;
  messages: MessageStore;
  minimumWages: MinimumWageStore;
  mismatchComplaints: MismatchComplaintStore;
  offices: OfficeStore;
  outboxMails: OutboxMailStore;
  partners: PartnerStore;
  partnerSeekers: PartnerSeekerStore;
  postingCopies: PostingCopyStore;
  postings: PostingStore;
  reasonTemplates: ReasonTemplateStore;
  referrals: ReferralStore;
  refusalPeriods: RefusalPeriodStore;
  ruleChanges: RuleChangeStore;
  reviewAssignments: ReviewAssignmentStore;
  reviewClaims: ReviewClaimStore;
  reviewHolds: ReviewHoldStore;
  ruleVersions: RuleVersionStore;
  restrictions: RestrictionStore;
  retention: RetentionStore;
  sentMails: SentMailStore;
  sessions: SessionStore;
  staff: StaffStore;
  staffNotes: StaffNoteStore;
  staffPreferences: StaffPreferenceStore;
  suspensions: SuspensionStore;
  sweepRuns: SweepRunStore;
  throttles: ThrottleStore;
  training: TrainingStore;
  verdicts: VerdictStore;
  views: ViewStore;
  visits: VisitStore;
};

export const createStores = (knex: Knex, dialect: Dialect): Stores => ({
  accounts: accountStore(knex),
  assistSessions: assistSessionStore(knex),
  audit: auditStore(knex, dialect),
  changeRequests: changeRequestStore(knex),
  deadlineNotices: deadlineNoticeStore(knex),
  transfers: transferStore(knex),
  decisionDrafts: decisionDraftStore(knex),
  extraChecks: extraCheckStore(knex),
  handOverRequests: handOverRequestStore(knex),
  backTests: backTestStore(knex, dialect),
  dueDates: dueDateStore(knex),
  erasures: erasureStore(knex, dialect),
  establishments: establishmentStore(knex),
  establishmentMerges: establishmentMergeStore(knex),
  formerEmails: formerEmailStore(knex),
  idempotency: idempotencyStore(knex),
  images: imageStore(knex),
  invitations: invitationStore(knex),
  invariants: invariantStore(knex),
  jobs: jobStore(knex, dialect),
  jobSeekers: jobSeekerStore(knex),
  keys: keyStore(knex),
  messages: messageStore(knex, dialect),
  minimumWages: minimumWageStore(knex),
  mismatchComplaints: mismatchComplaintStore(knex),
  offices: officeStore(knex),
  outboxMails: outboxMailStore(knex),
  partners: partnerStore(knex),
  partnerSeekers: partnerSeekerStore(knex),
  postingCopies: postingCopyStore(knex),
  postings: postingStore(knex),
  reasonTemplates: reasonTemplateStore(knex),
  referrals: referralStore(knex),
  refusalPeriods: refusalPeriodStore(knex),
  ruleChanges: ruleChangeStore(knex),
  reviewAssignments: reviewAssignmentStore(knex),
  reviewClaims: reviewClaimStore(knex),
  reviewHolds: reviewHoldStore(knex),
  ruleVersions: ruleVersionStore(knex),
  restrictions: restrictionStore(knex),
  retention: retentionStore(knex),
  sentMails: sentMailStore(knex),
  sessions: sessionStore(knex),
  staff: staffStore(knex),
  staffNotes: staffNoteStore(knex),
  staffPreferences: staffPreferenceStore(knex),
  suspensions: suspensionStore(knex),
  sweepRuns: sweepRunStore(knex),
  throttles: throttleStore(knex),
  training: trainingStore(knex),
  verdicts: verdictStore(knex),
  views: viewStore(knex),
  visits: visitStore(knex),
});
