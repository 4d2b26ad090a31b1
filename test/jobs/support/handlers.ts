import type { JobKind } from '#app/domain/job.ts';
import type { Handler, Handlers } from '#jobs/handlers/handler.ts';

const kinds: Record<JobKind, true> = {
  'key.issue': true,
  'rules.rejudge': true,
  'posting.expire': true,
  'posting.stop': true,
  'backTest.run': true,
  'mail.key': true,
  'mail.alreadyRegistered': true,
  'mail.passwordChanged': true,
  'mail.emailChanged': true,
  'mail.addressInvited': true,
  'mail.withdrawalReceived': true,
  'mail.withdrawalUndone': true,
  'mail.mypageSuspended': true,
  'mail.mypageResumed': true,
  'mail.postingReceived': true,
  'mail.postingReturned': true,
  'mail.postingAccepted': true,
  'mail.postingRefused': true,
  'mail.decisionUndone': true,
  'mail.visitDemanded': true,
  'invariant.look': true,
  'mail.dueDateMoved': true,
  'mail.changeReceived': true,
  'mail.changeAccepted': true,
  'mail.changeReturned': true,
  'mail.changeRejected': true,
  'mail.imagesDecided': true,
  'referral.notify': true,
  'restriction.impose': true,
  'mail.referralMade': true,
  'mail.missingResult': true,
  'mail.restricted': true,
  'mail.restrictionReleased': true,
  'mail.imageHidden': true,
  'mail.messageReceived': true,
  'message.erase': true,
  'throttle.clear': true,
  'image.checkFiles': true,
  'retention.sweep': true,
  'retention.finish': true,
  'audit.anchor': true,
  'mail.mypageErased': true,
  'posting.lapse': true,
  'posting.remind': true,
  'mail.transferredOut': true,
  'mail.visitReminder': true,
  'mail.postingLapsed': true,
  'mail.validityEnds': true,
};

/** The same handler for every kind of job. */
export const handlersThat = (run: Handler<JobKind>['run'], ended?: Handler<JobKind>['ended']): Handlers => {
  const handler = ended ? { run, ended } : { run };
  return Object.fromEntries(Object.keys(kinds).map((kind) => [kind, handler])) as Handlers;
};
