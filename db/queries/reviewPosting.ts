import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting, RefusalGround } from '#app/domain/posting.ts';
import type { LastAct } from '#app/domain/undo.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore } from '../stores/postings.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type EarlierReturn = {
  id: string;
  reasons: readonly string[];
  fields: readonly string[];
  message: string;
  by: string;
  at: Instant;
  answeredAt: Instant | null;
  /** When the 差戻し was taken back. */
  withdrawnAt: Instant | null;
};

export type EarlierRefusal = {
  id: string;
  ground: RefusalGround;
  reason: string;
  by: string;
  /** Whether the actor proposed it: then another supervisor settles it. */
  own: boolean;
  at: Instant;
  settlement: 'confirmed' | 'declined' | null;
};

export type ReviewedPosting = {
  posting: Posting;
  establishment: Establishment;
  openedBy: Account['openedBy'] | 'none';
  /** The latest stored verdicts: of the seven visit conditions, and of the content. */
  visitVerdict: Verdict | null;
  contentVerdict: Verdict | null;
  returns: readonly EarlierReturn[];
  refusals: readonly EarlierRefusal[];
  /** Accepted postings of the establishment, and the day of its last visit. */
  acceptedBefore: number;
  lastVisitedOn: CalendarDate | null;
  timeline: readonly TimelineEntry[];
  /** Whatever happened to it last, also what 経過 leaves out. */
  lastAct: LastAct | null;
};

async function returnsOf(knex: Knex, postingId: string): Promise<EarlierReturn[]> {
  const rows = await knex('posting_return')
    .leftJoin('staff', 'staff.id', 'posting_return.returned_by')
    .where('posting_id', postingId)
    .orderBy('returned_at', 'desc')
    .select('posting_return.*', 'staff.name');
  return rows.map((row) => ({
    id: row.id,
    reasons: fromJson(row.reasons),
    fields: fromJson(row.fields),
    message: row.message,
    by: row.name ?? '',
    at: row.returned_at,
    answeredAt: row.answered_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

async function refusalsOf(knex: Knex, actor: StaffActor, postingId: string): Promise<EarlierRefusal[]> {
  const rows = await knex('posting_refusal')
    .leftJoin('staff', 'staff.id', 'posting_refusal.proposed_by')
    .where('posting_id', postingId)
    .orderBy('proposed_at', 'desc')
    .select('posting_refusal.*', 'staff.name');
  return rows.map((row) => ({
    id: row.id,
    ground: row.ground,
    reason: row.reason,
    by: row.name ?? '',
    own: row.proposed_by === actor.id,
    at: row.proposed_at,
    settlement: row.settlement,
  }));
}

async function lastActOn(knex: Knex, postingId: string): Promise<LastAct | null> {
  const row = await knex('audit_entry')
    .where({ subject_type: 'posting', subject_id: postingId })
    .orderBy('seq', 'desc')
    .first('actor_id', 'action', 'at');
  return row ? { actorId: row.actor_id, action: row.action, at: row.at } : null;
}

/** 審査の1件: the posting and what a clerk needs to decide it; null outside the actor's reach and for drafts. */
export async function reviewPosting(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<ReviewedPosting | null> {
  const scope = scopeOf(actor);
  const posting = await postingStore(knex).find(scope, id);
  const establishment = posting && (await establishmentStore(knex).find(scope, posting.establishmentId));
  if (posting === undefined || posting.state === 'draft' || establishment === undefined) return null;

  const subject = { type: 'posting', id } as const;
  const visit = await verdictStore(knex).latest(subject, 'eligibility/visit-required');
  const content = await verdictStore(knex).latest(subject, 'acceptance/posting');
  const account = await knex('account')
    .where({ id: posting.accountId ?? '' })
    .first('opened_by');
  const earlier = await knex('posting')
    .where({ establishment_id: establishment.id })
    .whereNotNull('accepted_on')
    .whereNot({ id })
    .count('* as accepted')
    .first();
  const visited = await knex('visit')
    .where({ establishment_id: establishment.id })
    .max('visited_on as on')
    .first();
  return {
    posting,
    establishment,
    openedBy: account?.opened_by ?? 'none',
    visitVerdict: visit?.verdict ?? null,
    contentVerdict: content?.verdict ?? null,
    returns: await returnsOf(knex, id),
    refusals: await refusalsOf(knex, actor, id),
    acceptedBefore: Number(earlier?.accepted ?? 0),
    lastVisitedOn: visited?.on ?? null,
    lastAct: await lastActOn(knex, id),
    timeline: await timelineOf(knex, [
      { type: 'posting', ids: [id] },
      { type: 'extra_check', ids: knex('extra_check').where({ posting_id: id }).select('id') },
    ]),
  };
}
