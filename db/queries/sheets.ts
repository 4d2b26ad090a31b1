import type { Knex } from 'knex';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting, PostingReturn } from '#app/domain/posting.ts';
import type { SheetAbout, SheetKind, SheetRecords } from '#app/domain/sheet.ts';
import { fromJson } from '../rows.ts';
import { changeRequestStore } from '../stores/changeRequests.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { officeStore } from '../stores/offices.ts';
import { postingFrom, postingStore } from '../stores/postings.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import { inScope } from '../stores/scope.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { visitFrom } from '../stores/visits.ts';
import { stateForEmployer } from './mypageState.ts';

type Reader = StaffActor | EmployerActor;

/** Sheets go out of the office: what only the office knows of a posting is not on them. */
const toHandOut = (posting: Posting): Posting => ({ ...posting, state: stateForEmployer(posting.state) });

async function aboutOf(
  knex: Knex,
  actor: Reader,
  { establishmentId, officeId }: Pick<Posting, 'establishmentId' | 'officeId'>,
): Promise<SheetAbout | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), establishmentId);
  const office = await officeStore(knex).find(officeId);
  return establishment && office ? { establishment, office } : null;
}

/** The act of handing in that counts, and its 受付番号; null for a draft. */
async function receivedOf(knex: Knex, postingId: string): Promise<{ at: Instant; number: string } | null> {
  const row = await knex('audit_entry')
    .where({ subject_type: 'posting', subject_id: postingId })
    .whereIn('action', ['posting.submitted', 'posting.resent'])
    .orderBy('seq', 'desc')
    .first('at', 'request_id');
  return row ? { at: row.at, number: row.request_id } : null;
}

async function latestReturn(knex: Knex, postingId: string): Promise<PostingReturn | null> {
  const row = await knex('posting_return')
    .where({ posting_id: postingId })
    .whereNull('withdrawn_at')
    .orderBy('returned_at', 'desc')
    .first();
  if (row === undefined) return null;
  return {
    id: row.id,
    postingId: row.posting_id,
    reasons: fromJson(row.reasons),
    fields: fromJson(row.fields),
    message: row.message,
    returnedBy: row.returned_by,
    returnedAt: row.returned_at,
    answeredAt: row.answered_at,
  };
}

/** The visit at which a posting was registered last, with every posting of that sitting. */
async function visitOf(knex: Knex, actor: Reader, postingId: string): Promise<SheetRecords | null> {
  const row = await knex('visit')
    .join('visit_posting', 'visit_posting.visit_id', 'visit.id')
    .join('staff', 'staff.id', 'visit.registered_by')
    .where('visit_posting.posting_id', postingId)
    .where(inScope(scopeOf(actor), { office: 'visit.office_id', establishment: 'visit.establishment_id' }))
    .orderBy('visit.registered_at', 'desc')
    .first('visit.*', 'staff.name as member');
  if (row === undefined) return null;
  const visit = visitFrom(row);
  const about = await aboutOf(knex, actor, visit);
  const postings = await knex('posting')
    .join('visit_posting', 'visit_posting.posting_id', 'posting.id')
    .where('visit_posting.visit_id', visit.id)
    .orderBy(['posting.applied_on', 'posting.id'])
    .select('posting.*');
  return about === null
    ? null
    : {
        ...about,
        kind: 'visit',
        visit,
        registeredBy: row.member,
        postings: postings.map(postingFrom).map(toHandOut),
      };
}

/** A restriction that was lifted, with the figures of that hour as the audit log has them. */
async function releaseOf(knex: Knex, actor: Reader, id: string): Promise<SheetRecords | null> {
  const restriction = await restrictionStore(knex).find(scopeOf(actor), id);
  if (restriction?.released?.transferId) return null;
  const about = restriction?.released ? await aboutOf(knex, actor, restriction) : null;
  if (!restriction?.released || about === null) return null;
  const { released, verdictId } = restriction;
  const member = await knex('staff').where({ id: released.by }).first('name');
  const act = await knex('audit_entry')
    .where({ subject_type: 'restriction', subject_id: id, action: 'restriction.released' })
    .first('detail');
  const stored = verdictId === null ? undefined : await verdictStore(knex).find(verdictId);
  return {
    ...about,
    kind: 'release',
    restriction: { ...restriction, released },
    releasedBy: member?.name ?? '',
    verdict: stored?.verdict ?? null,
    overdue: act === undefined ? null : (fromJson<{ overdue?: number }>(act.detail).overdue ?? null),
  };
}

async function changeOf(knex: Knex, actor: Reader, id: string): Promise<SheetRecords | null> {
  const scope = scopeOf(actor);
  const request = await changeRequestStore(knex).find(scope, id);
  if (request === undefined || request.postingId === null || request.state === 'draft') return null;
  const posting = await postingStore(knex).find(scope, request.postingId);
  const about = posting ? await aboutOf(knex, actor, posting) : null;
  return posting && about ? { ...about, kind: 'change', posting: toHandOut(posting), request } : null;
}

/**
 * What stands on the sheet of that kind about the record: a change request for 変更の控え, a restriction for
 * 解除記録票, else a posting. null outside
 * the actor's reach, and where there is no such sheet (yet): no receipt of a draft, no 求人票 of what is not valid.
 */
export async function sheetRecords(
  knex: Knex,
  actor: Reader,
  kind: SheetKind,
  id: string,
): Promise<SheetRecords | null> {
  if (kind === 'change') return changeOf(knex, actor, id);
  if (kind === 'visit') return visitOf(knex, actor, id);
  if (kind === 'release') return releaseOf(knex, actor, id);
  const found = await postingStore(knex).find(scopeOf(actor), id);
  const about = found ? await aboutOf(knex, actor, found) : null;
  if (found === undefined || about === null) return null;
  const shown = { ...about, posting: toHandOut(found) };
  switch (kind) {
    case 'application': {
      const received = await receivedOf(knex, id);
      const visit = await verdictStore(knex).latest({ type: 'posting', id }, 'eligibility/visit-required');
      return received && { ...shown, kind, received, visit: visit?.verdict ?? null };
    }
    case 'return': {
      const returned = await latestReturn(knex, id);
      return returned && { ...shown, kind, returned };
    }
    case 'posting':
      return found.state === 'valid' ? { ...shown, kind } : null;
    case 'acceptance':
      return found.acceptedOn === null ? null : { ...shown, kind };
  }
}
