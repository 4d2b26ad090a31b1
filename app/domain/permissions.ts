import type { Actor, Role } from './actor.ts';
import { roleOf } from './actor.ts';

/**
 * Who may do what: one row per act, the same row for asking ("show the button?") and for enforcing.
 * Whose records: an act on records always carries the actor's scope in its SQL (`Scope`), never an `if` afterwards.
 */
export const permissions = {
  'staff.signIn': ['visitor'],
  'staff.home': ['clerk', 'supervisor', 'auditor'],
  'establishment.read': ['clerk', 'supervisor', 'auditor'],
  'establishment.register': ['clerk', 'supervisor'],
  'establishment.completeRegistration': ['clerk', 'supervisor'],
  'establishment.correct': ['clerk', 'supervisor'],
  'establishment.compare': ['clerk', 'supervisor'],
  'establishment.merge': ['supervisor'],
  'establishment.transfer': ['supervisor'],
  'establishment.settleTransfer': ['clerk', 'supervisor'],
  'account.registerEmail': ['clerk', 'supervisor'],
  'account.printGuide': ['clerk', 'supervisor'],
  'rule.read': ['clerk', 'supervisor', 'auditor'],
  'ruleChange.read': ['clerk', 'supervisor', 'auditor'],
  'ruleChange.edit': ['supervisor'],
  'ruleChange.release': ['supervisor'],
  'ruleChange.import': ['system'],
  'posting.rejudge': ['system'],
  'rule.try': ['clerk', 'supervisor'],
  'review.read': ['clerk', 'supervisor', 'auditor'],
  'review.claim': ['clerk', 'supervisor'],
  'review.assign': ['clerk', 'supervisor'],
  'review.draft': ['clerk', 'supervisor'],
  'posting.hold': ['clerk', 'supervisor'],
  'note.write': ['clerk', 'supervisor'],
  'extraCheck.edit': ['clerk', 'supervisor'],
  'visit.register': ['clerk', 'supervisor'],
  'posting.demandVisit': ['clerk', 'supervisor'],
  'posting.accept': ['clerk', 'supervisor'],
  'posting.return': ['clerk', 'supervisor'],
  'posting.undo': ['clerk', 'supervisor'],
  'posting.undoLater': ['supervisor'],
  'posting.proposeRefusal': ['clerk', 'supervisor'],
  'posting.settleRefusal': ['supervisor'],
  'reasonTemplate.edit': ['supervisor'],
  'changeRequest.decide': ['clerk', 'supervisor'],
  'complaint.handle': ['clerk', 'supervisor'],
  'refusalPeriod.record': ['supervisor'],
  'minimumWage.read': ['clerk', 'supervisor', 'auditor'],
  'minimumWage.enter': ['supervisor'],
  'job.read': ['clerk', 'supervisor', 'auditor'],
  'job.settle': ['supervisor'],
  'sweep.read': ['clerk', 'supervisor', 'auditor'],
  'sweep.control': ['supervisor'],
  'training.read': ['clerk', 'supervisor', 'auditor'],
  'training.move': ['clerk', 'supervisor'],
  'rule.readProblems': ['supervisor', 'auditor'],
  'outbox.read': ['clerk', 'supervisor', 'auditor'],
  'statistics.read': ['clerk', 'supervisor', 'auditor'],
  'staff.manage': ['supervisor'],
  'staff.addFirst': ['system'],
  'mail.read': ['clerk', 'supervisor', 'auditor'],
  'mail.resend': ['clerk', 'supervisor'],
  'invariant.read': ['clerk', 'supervisor', 'auditor'],
  'invariant.look': ['system'],
  'assist.view': ['clerk', 'supervisor'],
  'office.read': ['clerk', 'supervisor', 'auditor'],
  'office.correct': ['supervisor'],
  'office.readCalendar': ['clerk', 'supervisor', 'auditor'],
  'office.editCalendar': ['supervisor'],
  'audit.read': ['supervisor', 'auditor'],
  'audit.verify': ['supervisor', 'auditor'],
  'audit.anchor': ['system'],
  'account.open': ['visitor'],
  'account.signIn': ['visitor'],
  'mypage.home': ['employer'],
  'establishment.enterProvisionally': ['employer'],
  'posting.draft': ['employer'],
  'posting.submit': ['employer'],
  'posting.resend': ['employer'],
  'posting.readOwn': ['employer'],
  'changeRequest.ask': ['employer'],
  'image.readOwn': ['employer'],
  'image.upload': ['employer', 'clerk', 'supervisor'],
  'image.remove': ['employer', 'clerk', 'supervisor'],
  'image.read': ['clerk', 'supervisor', 'auditor'],
  'image.decide': ['clerk', 'supervisor'],
  'image.checkFiles': ['system'],
  'account.manage': ['employer'],
  'account.withdraw': ['employer'],
  'account.help': ['clerk', 'supervisor'],
  'account.suspend': ['supervisor'],
  'key.issue': ['system'],
  'posting.expire': ['system'],
  'posting.stop': ['system'],
  'posting.lapse': ['system'],
  'posting.remind': ['system'],
  'seeker.read': ['clerk', 'supervisor', 'auditor'],
  'seeker.edit': ['clerk', 'supervisor'],
  'referral.read': ['clerk', 'supervisor', 'auditor'],
  'referral.make': ['clerk', 'supervisor'],
  'referral.registerResult': ['employer', 'clerk', 'supervisor'],
  'referral.correct': ['clerk', 'supervisor'],
  'referral.notify': ['system'],
  'referral.readOwn': ['employer'],
  'seeker.search': ['employer'],
  'restriction.read': ['clerk', 'supervisor', 'auditor'],
  'restriction.impose': ['system'],
  'restriction.release': ['clerk', 'supervisor'],
  'message.readOwn': ['employer'],
  'message.send': ['employer'],
  'message.receive': ['partner'],
  'message.markRead': ['employer', 'partner'],
  'message.erase': ['system'],
  'retention.read': ['clerk', 'supervisor', 'auditor'],
  'retention.hold': ['supervisor'],
  'retention.switch': ['supervisor'],
  'retention.erase': ['system'],
  'seeker.handOver': ['partner'],
  'partner.manage': ['system'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const may = (actor: Actor, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(roleOf(actor));

/**
 * Which records an actor reaches: its office's, its own establishment's, those about job seekers of an
 * office (a partner), everything (system), or none.
 */
export type Scope =
  | { kind: 'office'; officeId: string }
  | { kind: 'establishment'; establishmentId: string | null }
  | { kind: 'seekersOf'; officeId: string }
  | { kind: 'all' }
  | { kind: 'none' };

export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'office', officeId: actor.officeId };
    case 'employer':
      return { kind: 'establishment', establishmentId: actor.establishmentId };
    case 'partner':
      return actor.officeId === null ? { kind: 'all' } : { kind: 'seekersOf', officeId: actor.officeId };
    case 'system':
      return { kind: 'all' };
    case 'visitor':
      return { kind: 'none' };
  }
}
