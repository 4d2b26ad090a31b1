import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting, RefusalGround } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { establishmentOf } from './mypageEstablishment.ts';
import { stateForEmployer } from './mypageState.ts';

/** 差戻し as the employer reads it: the clerk's words and the fields to correct. */
export type ReturnNotice = {
  reasons: readonly string[];
  fields: readonly string[];
  message: string;
  returnedAt: Instant;
  answered: boolean;
};

export type MypagePosting = {
  posting: Posting;
  /** When it was sent last: applied for, or sent again after a 差戻し; null for a draft. */
  receivedAt: Instant | null;
  establishment: Establishment;
  office: Office;
  /** Newest first. */
  returns: readonly ReturnNotice[];
  /** 不受理, once a supervisor has confirmed it; a proposal is not the employer's to see. */
  refusal: { ground: RefusalGround; reason: string; settledAt: Instant } | null;
  /** Whether a visit is needed, as it was judged last. */
  visit: Verdict | null;
  /** What the clerk wrote when asking for a visit (その他、ハローワークが必要と認める場合). */
  visitDemandReason: string | null;
};

async function returnsOf(knex: Knex, postingId: string): Promise<ReturnNotice[]> {
  const rows = await knex('posting_return')
    .where({ posting_id: postingId })
    .whereNull('withdrawn_at')
    .orderBy([
      { column: 'returned_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ]);
  return rows.map((row) => ({
    reasons: fromJson(row.reasons),
    fields: fromJson(row.fields),
    message: row.message,
    returnedAt: row.returned_at,
    answered: row.answered_at !== null,
  }));
}

async function refusalOf(knex: Knex, postingId: string): Promise<MypagePosting['refusal']> {
  const row = await knex('posting_refusal')
    .where({ posting_id: postingId, settlement: 'confirmed' })
    .orderBy('settled_at', 'desc')
    .first('ground', 'reason', 'settled_at');
  return row ? { ground: row.ground, reason: row.reason, settledAt: row.settled_at } : null;
}

async function visitDemandReasonOf(knex: Knex, postingId: string): Promise<string | null> {
  const row = await knex('audit_entry')
    .join('audit_personal', 'audit_personal.seq', 'audit_entry.seq')
    .where({
      subject_type: 'posting',
      subject_id: postingId,
      action: 'posting.visitDemanded',
      field: 'reason',
    })
    .orderBy('audit_entry.seq', 'desc')
    .first('audit_personal.value');
  return row ? fromJson<string>(row.value) : null;
}

async function receivedAtOf(knex: Knex, postingId: string): Promise<Instant | null> {
  const row = await knex('audit_entry')
    .where({ subject_type: 'posting', subject_id: postingId })
    .whereIn('action', ['posting.submitted', 'posting.resent'])
    .orderBy('seq', 'desc')
    .first('at');
  return row?.at ?? null;
}

/** One posting with everything the counter has said about it; undefined outside the actor's reach. */
export async function mypagePosting(
  knex: Knex,
  actor: EmployerActor,
  id: string,
): Promise<MypagePosting | undefined> {
  const scope = scopeOf(actor);
  const posting = await postingStore(knex).find(scope, id);
  const establishment = posting && (await establishmentOf(knex, actor));
  const office = posting && (await officeStore(knex).find(posting.officeId));
  if (!posting || !establishment || !office) return undefined;
  const verdict = await verdictStore(knex).latest({ type: 'posting', id }, 'eligibility/visit-required');
  return {
    posting: { ...posting, state: stateForEmployer(posting.state) },
    receivedAt: await receivedAtOf(knex, id),
    establishment,
    office,
    returns: await returnsOf(knex, id),
    refusal: posting.state === 'refused' ? await refusalOf(knex, id) : null,
    visit: verdict?.verdict ?? null,
    visitDemandReason: posting.officeDemand ? await visitDemandReasonOf(knex, id) : null,
  };
}
