/** Roles of the counter (domain.md §2): clerks decide, supervisors confirm and own the rules, auditors read. */
export type StaffRole = 'clerk' | 'supervisor' | 'auditor';

export type StaffActor = { kind: 'staff'; id: string; name: string; role: StaffRole; officeId: string };

/** The holder of an e-mail account of the 求人者マイページ; acts for one establishment only. */
export type EmployerActor = {
  kind: 'employer';
  accountId: string;
  email: string;
  establishmentId: string | null;
};

/** Somebody not signed in: on the sign-in and opening pages. */
export type VisitorActor = { kind: 'visitor' };

/** The night job, the mailer, the seed. */
export type SystemActor = { kind: 'system'; job: string };

/** Another system behind the API, speaking for job seekers of one office or (null) of all. */
export type PartnerActor = { kind: 'partner'; id: string; officeId: string | null };

export type Actor = StaffActor | EmployerActor | VisitorActor | SystemActor | PartnerActor;

export const visitor: VisitorActor = { kind: 'visitor' };

/** The opaque id an audit row carries; never a name or an address. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return actor.id;
    case 'employer':
      return actor.accountId;
    case 'partner':
      return actor.id;
    case 'system':
      return actor.job;
    case 'visitor':
      return 'visitor';
  }
}

/** The role word of the permission table. */
export type Role = StaffRole | 'employer' | 'visitor' | 'system' | 'partner';

export const roleOf = (actor: Actor): Role => (actor.kind === 'staff' ? actor.role : actor.kind);
