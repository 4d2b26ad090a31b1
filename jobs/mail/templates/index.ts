import type { MailJob } from '#app/domain/job.ts';
import type { Letter } from '../letter.ts';
import type { AccountFacts } from './accountFacts.ts';
import { type AddressInvitedFacts, addressInvitedLetter } from './addressInvited.ts';
import { type AlreadyRegisteredFacts, alreadyRegisteredLetter } from './alreadyRegistered.ts';
import { changeAcceptedLetter } from './changeAccepted.ts';
import type { ChangeFacts } from './changeFacts.ts';
import { changeReceivedLetter } from './changeReceived.ts';
import { changeRejectedLetter } from './changeRejected.ts';
import { changeReturnedLetter } from './changeReturned.ts';
import { decisionUndoneLetter } from './decisionUndone.ts';
import { type DueDateMovedFacts, dueDateMovedLetter } from './dueDateMoved.ts';
import { type EmailChangedFacts, emailChangedLetter } from './emailChanged.ts';
import type { ImageFacts } from './imageFacts.ts';
import { imageHiddenLetter } from './imageHidden.ts';
import { type ImagesDecidedFacts, imagesDecidedLetter } from './imagesDecided.ts';
import { type KeyFacts, keyLetter } from './key.ts';
import { messageReceivedLetter } from './messageReceived.ts';
import { missingResultLetter } from './missingResult.ts';
import { type MypageErasedFacts, mypageErasedLetter } from './mypageErased.ts';
import { mypageResumedLetter } from './mypageResumed.ts';
import { mypageSuspendedLetter } from './mypageSuspended.ts';
import { type PasswordChangedFacts, passwordChangedLetter } from './passwordChanged.ts';
import { type PostingAcceptedFacts, postingAcceptedLetter } from './postingAccepted.ts';
import type { PostingFacts } from './postingFacts.ts';
import { type PostingLapsedFacts, postingLapsedLetter } from './postingLapsed.ts';
import { type PostingReceivedFacts, postingReceivedLetter } from './postingReceived.ts';
import { postingRefusedLetter } from './postingRefused.ts';
import { type PostingReturnedFacts, postingReturnedLetter } from './postingReturned.ts';
import type { ReferralFacts } from './referralFacts.ts';
import { referralMadeLetter } from './referralMade.ts';
import { type RestrictedFacts, restrictedLetter } from './restricted.ts';
import { type RestrictionReleasedFacts, restrictionReleasedLetter } from './restrictionReleased.ts';
import { type TransferredOutFacts, transferredOutLetter } from './transferredOut.ts';
import { type ValidityEndsFacts, validityEndsLetter } from './validityEnds.ts';
import { type VisitDemandedFacts, visitDemandedLetter } from './visitDemanded.ts';
import { type VisitReminderFacts, visitReminderLetter } from './visitReminder.ts';
import { type WithdrawalReceivedFacts, withdrawalReceivedLetter } from './withdrawalReceived.ts';
import { withdrawalUndoneLetter } from './withdrawalUndone.ts';

export type MailKind = MailJob['kind'];

/** What each mail is written from; nothing else of a record reaches a mail. */
export type MailFacts = {
  'mail.key': KeyFacts;
  'mail.alreadyRegistered': AlreadyRegisteredFacts;
  'mail.passwordChanged': PasswordChangedFacts;
  'mail.emailChanged': EmailChangedFacts;
  'mail.addressInvited': AddressInvitedFacts;
  'mail.withdrawalReceived': WithdrawalReceivedFacts;
  'mail.withdrawalUndone': AccountFacts;
  'mail.mypageErased': MypageErasedFacts;
  'mail.mypageSuspended': AccountFacts;
  'mail.mypageResumed': AccountFacts;
  'mail.postingReceived': PostingReceivedFacts;
  'mail.postingReturned': PostingReturnedFacts;
  'mail.postingAccepted': PostingAcceptedFacts;
  'mail.postingRefused': PostingFacts;
  'mail.decisionUndone': PostingFacts;
  'mail.visitDemanded': VisitDemandedFacts;
  'mail.dueDateMoved': DueDateMovedFacts;
  'mail.changeReceived': ChangeFacts;
  'mail.changeAccepted': ChangeFacts;
  'mail.changeReturned': ChangeFacts;
  'mail.changeRejected': ChangeFacts;
  'mail.imagesDecided': ImagesDecidedFacts;
  'mail.referralMade': ReferralFacts;
  'mail.missingResult': ReferralFacts;
  'mail.restricted': RestrictedFacts;
  'mail.restrictionReleased': RestrictionReleasedFacts;
  'mail.imageHidden': ImageFacts;
  'mail.messageReceived': ReferralFacts;
  'mail.transferredOut': TransferredOutFacts;
  'mail.visitReminder': VisitReminderFacts;
  'mail.postingLapsed': PostingLapsedFacts;
  'mail.validityEnds': ValidityEndsFacts;
};

export const templates: { readonly [Kind in MailKind]: (facts: MailFacts[Kind]) => Letter } = {
  'mail.key': keyLetter,
  'mail.alreadyRegistered': alreadyRegisteredLetter,
  'mail.passwordChanged': passwordChangedLetter,
  'mail.emailChanged': emailChangedLetter,
  'mail.addressInvited': addressInvitedLetter,
  'mail.withdrawalReceived': withdrawalReceivedLetter,
  'mail.withdrawalUndone': withdrawalUndoneLetter,
  'mail.mypageErased': mypageErasedLetter,
  'mail.mypageSuspended': mypageSuspendedLetter,
  'mail.mypageResumed': mypageResumedLetter,
  'mail.postingReceived': postingReceivedLetter,
  'mail.postingReturned': postingReturnedLetter,
  'mail.postingAccepted': postingAcceptedLetter,
  'mail.postingRefused': postingRefusedLetter,
  'mail.decisionUndone': decisionUndoneLetter,
  'mail.visitDemanded': visitDemandedLetter,
  'mail.dueDateMoved': dueDateMovedLetter,
  'mail.changeReceived': changeReceivedLetter,
  'mail.changeAccepted': changeAcceptedLetter,
  'mail.changeReturned': changeReturnedLetter,
  'mail.changeRejected': changeRejectedLetter,
  'mail.imagesDecided': imagesDecidedLetter,
  'mail.referralMade': referralMadeLetter,
  'mail.missingResult': missingResultLetter,
  'mail.restricted': restrictedLetter,
  'mail.restrictionReleased': restrictionReleasedLetter,
  'mail.imageHidden': imageHiddenLetter,
  'mail.messageReceived': messageReceivedLetter,
  'mail.transferredOut': transferredOutLetter,
  'mail.visitReminder': visitReminderLetter,
  'mail.postingLapsed': postingLapsedLetter,
  'mail.validityEnds': validityEndsLetter,
};
