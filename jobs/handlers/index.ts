import { auditAnchor } from './auditAnchor.ts';
import { backTestRun } from './backTest.ts';
import type { Handlers, HandlerTools } from './handler.ts';
import { imageCheckFiles } from './imageCheckFiles.ts';
import { invariantLook } from './invariantLook.ts';
import { keyIssue } from './keyIssue.ts';
import { mailAddressInvited } from './mailAddressInvited.ts';
import { mailAlreadyRegistered } from './mailAlreadyRegistered.ts';
import { mailChangeAccepted } from './mailChangeAccepted.ts';
import { mailChangeReceived } from './mailChangeReceived.ts';
import { mailChangeRejected } from './mailChangeRejected.ts';
import { mailChangeReturned } from './mailChangeReturned.ts';
import { mailDecisionUndone } from './mailDecisionUndone.ts';
import { mailDueDateMoved } from './mailDueDateMoved.ts';
import { mailEmailChanged } from './mailEmailChanged.ts';
import { mailImageHidden } from './mailImageHidden.ts';
import { mailImagesDecided } from './mailImagesDecided.ts';
import { mailKey } from './mailKey.ts';
import { mailMessageReceived } from './mailMessageReceived.ts';
import { mailMissingResult } from './mailMissingResult.ts';
import { mailMypageErased } from './mailMypageErased.ts';
import { mailMypageResumed } from './mailMypageResumed.ts';
import { mailMypageSuspended } from './mailMypageSuspended.ts';
import { mailPasswordChanged } from './mailPasswordChanged.ts';
import { mailPostingAccepted } from './mailPostingAccepted.ts';
import { mailPostingLapsed } from './mailPostingLapsed.ts';
import { mailPostingReceived } from './mailPostingReceived.ts';
import { mailPostingRefused } from './mailPostingRefused.ts';
import { mailPostingReturned } from './mailPostingReturned.ts';
import { mailReferralMade } from './mailReferralMade.ts';
import { mailRestricted } from './mailRestricted.ts';
import { mailRestrictionReleased } from './mailRestrictionReleased.ts';
import { mailTransferredOut } from './mailTransferredOut.ts';
import { mailValidityEnds } from './mailValidityEnds.ts';
import { mailVisitDemanded } from './mailVisitDemanded.ts';
import { mailVisitReminder } from './mailVisitReminder.ts';
import { mailWithdrawalReceived } from './mailWithdrawalReceived.ts';
import { mailWithdrawalUndone } from './mailWithdrawalUndone.ts';
import { messageErase } from './messageErase.ts';
import { postingExpire } from './postingExpire.ts';
import { postingLapse } from './postingLapse.ts';
import { postingRemind } from './postingRemind.ts';
import { postingStop } from './postingStop.ts';
import { referralNotify } from './referralNotify.ts';
import { restrictionImpose } from './restrictionImpose.ts';
import { retentionFinish } from './retentionFinish.ts';
import { retentionSweep } from './retentionSweep.ts';
import { rulesRejudge } from './rulesRejudge.ts';
import { throttleClear } from './throttleClear.ts';

/** Who runs what: one handler for each kind of job. */
export const createHandlers = (tools: HandlerTools): Handlers => ({
  'key.issue': keyIssue(tools),
  'rules.rejudge': rulesRejudge(tools),
  'posting.expire': postingExpire(tools),
  'posting.stop': postingStop(tools),
  'posting.lapse': postingLapse(tools),
  'posting.remind': postingRemind(tools),
  'referral.notify': referralNotify(tools),
  'restriction.impose': restrictionImpose(tools),
  'invariant.look': invariantLook(tools),
  'message.erase': messageErase(tools),
  'throttle.clear': throttleClear(tools),
  'retention.sweep': retentionSweep(tools),
  'retention.finish': retentionFinish(tools),
  'audit.anchor': auditAnchor(tools),
  'image.checkFiles': imageCheckFiles(tools),
  'backTest.run': backTestRun(tools),
  'mail.key': mailKey(tools),
  'mail.alreadyRegistered': mailAlreadyRegistered(tools),
  'mail.passwordChanged': mailPasswordChanged(tools),
  'mail.emailChanged': mailEmailChanged(tools),
  'mail.addressInvited': mailAddressInvited(tools),
  'mail.withdrawalReceived': mailWithdrawalReceived(tools),
  'mail.withdrawalUndone': mailWithdrawalUndone(tools),
  'mail.mypageErased': mailMypageErased(tools),
  'mail.mypageSuspended': mailMypageSuspended(tools),
  'mail.mypageResumed': mailMypageResumed(tools),
  'mail.postingReceived': mailPostingReceived(tools),
  'mail.postingReturned': mailPostingReturned(tools),
  'mail.postingAccepted': mailPostingAccepted(tools),
  'mail.postingRefused': mailPostingRefused(tools),
  'mail.decisionUndone': mailDecisionUndone(tools),
  'mail.visitDemanded': mailVisitDemanded(tools),
  'mail.dueDateMoved': mailDueDateMoved(tools),
  'mail.changeReceived': mailChangeReceived(tools),
  'mail.changeAccepted': mailChangeAccepted(tools),
  'mail.changeReturned': mailChangeReturned(tools),
  'mail.changeRejected': mailChangeRejected(tools),
  'mail.imagesDecided': mailImagesDecided(tools),
  'mail.referralMade': mailReferralMade(tools),
  'mail.missingResult': mailMissingResult(tools),
  'mail.restricted': mailRestricted(tools),
  'mail.restrictionReleased': mailRestrictionReleased(tools),
  'mail.imageHidden': mailImageHidden(tools),
  'mail.messageReceived': mailMessageReceived(tools),
  'mail.transferredOut': mailTransferredOut(tools),
  'mail.visitReminder': mailVisitReminder(tools),
  'mail.postingLapsed': mailPostingLapsed(tools),
  'mail.validityEnds': mailValidityEnds(tools),
});
