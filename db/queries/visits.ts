import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { Visit } from '#app/domain/visit.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingFrom, postingStore } from '../stores/postings.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import { inScope } from '../stores/scope.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { visitFrom } from '../stores/visits.ts';
import { type EstablishmentTerms, idsFoundBy } from './establishmentTerms.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** An establishment that somebody still has to come from, with the earliest of its due dates. */
export type AwaitedVisit = {
  establishmentId: string;
  name: string;
  number: string | null;
  phone: string;
  state: Establishment['state'];
  dueDate: CalendarDate | null;
  postings: number;
  /** One of the postings: where the visit is registered. */
  postingId: string;
};

/** 来庁待ち of the actor's office, the earliest due date first. */
export async function awaitedVisits(
  knex: Knex,
  actor: StaffActor,
  search: EstablishmentTerms | null,
  page: number,
): Promise<Page<AwaitedVisit>> {
  const matching = () => {
    const query = knex('establishment')
      .where(
        inScope(scopeOf(actor), { office: 'establishment.office_id', establishment: 'establishment.id' }),
      )
      .whereExists(awaiting(knex));
    if (search !== null) query.whereIn('establishment.id', idsFoundBy(knex, actor, search));
    return query;
  };
  const found = await pageOf<Record<string, string | null>>(
    matching(),
    matching()
      .select('id', 'name', 'number', 'phone', 'state')
      .select({
        due_date: awaiting(knex).min('due_date'),
        postings: awaiting(knex).count('*'),
        posting_id: awaiting(knex).orderBy(['due_date', 'posting.id']).limit(1).select('posting.id'),
      })
      .orderBy([{ column: 'due_date' }, { column: 'search_kana' }, { column: 'id' }]),
    page,
  );
  return {
    ...found,
    rows: found.rows.map((row) => ({
      establishmentId: row.id ?? '',
      name: row.name ?? '',
      number: row.number ?? null,
      phone: row.phone ?? '',
      state: row.state as Establishment['state'],
      dueDate: row.due_date ?? null,
      postings: toCount(row.postings),
      postingId: row.posting_id ?? '',
    })),
  };
}

const awaiting = (knex: Knex): Knex.QueryBuilder =>
  knex('posting')
    .whereRaw('posting.establishment_id = establishment.id')
    .where('posting.state', 'awaiting_visit');

/** What the counter has before it when somebody of an establishment comes. */
export type VisitDesk = {
  establishment: Establishment;
  /** What waits for the visit, the earliest due first, then what has lapsed and can still be registered. */
  postings: readonly Posting[];
  accounts: number;
  restrictionId: string | null;
  /** The latest application with what was judged of its visit; null where nothing was applied for. */
  latest: { posting: Posting; verdict: Verdict | null } | null;
};

/** 来庁の受付 of one establishment; null outside the actor's reach. `lapsedFrom` is the earliest due date of a lapsed posting. */
export async function visitDesk(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
  lapsedFrom: CalendarDate,
): Promise<VisitDesk | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), establishmentId);
  if (establishment === undefined) return null;
  const ofEstablishment = () => knex('posting').where({ establishment_id: establishmentId });
  const lapsed = await ofEstablishment()
    .where({ state: 'lapsed' })
    .where('due_date', '>=', lapsedFrom)
    .orderBy([{ column: 'due_date', order: 'desc' }, { column: 'id' }])
    .limit(mostOfOneSitting);
  const latest = await ofEstablishment()
    .whereNotNull('applied_on')
    .orderBy([
      { column: 'applied_on', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  const accounts = await knex('account').where({ establishment_id: establishmentId }).count({ count: '*' });
  const awaiting = await postingStore(knex).awaitingVisitOf(establishmentId);
  const verdict =
    latest &&
    (await verdictStore(knex).latest({ type: 'posting', id: latest.id }, 'eligibility/visit-required'));
  return {
    establishment,
    postings: [...awaiting, ...lapsed.map(postingFrom)].slice(0, mostOfOneSitting),
    accounts: toCount(accounts[0]?.count),
    restrictionId: (await restrictionStore(knex).openOf(establishmentId))?.id ?? null,
    latest: latest ? { posting: postingFrom(latest), verdict: verdict?.verdict ?? null } : null,
  };
}

/** What one visit registers at most; the rest stays for another sitting. */
export const mostOfOneSitting = 50;

/** A whole number off a paper that somebody has brought: 求人番号, 事業所番号, or the 受付番号 of a 求人申込控え. */
export type PaperNumber = { kind: 'posting' | 'establishment' | 'receipt'; number: string };

/** Whose paper it is: the establishment's id; null where it is not of the actor's office. */
export async function establishmentByPaper(
  knex: Knex,
  actor: StaffActor,
  { kind, number }: PaperNumber,
): Promise<string | null> {
  const scope = scopeOf(actor);
  if (kind === 'establishment') {
    return (await establishmentStore(knex).findByNumber(scope, number))?.id ?? null;
  }
  const postings = knex('posting').where(inScope(scope));
  if (kind === 'posting') postings.where({ number });
  else
    postings.whereIn(
      'id',
      knex('audit_entry').where({ request_id: number, subject_type: 'posting' }).select('subject_id'),
    );
  return (await postings.first('establishment_id'))?.establishment_id ?? null;
}

/** A registered visit with what was registered in it. */
export type RegisteredVisit = {
  visit: Visit;
  establishment: Establishment;
  postings: readonly Posting[];
  accounts: number;
  /** The establishment was registered in the same sitting. */
  registered: boolean;
};

/** A visit as its result page shows it; null outside the actor's reach. */
export async function registeredVisit(
  knex: Knex,
  actor: StaffActor,
  visitId: string,
): Promise<RegisteredVisit | null> {
  const row = await knex('visit')
    .where({ id: visitId })
    .where(inScope(scopeOf(actor)))
    .first();
  const establishment = row && (await establishmentStore(knex).find(scopeOf(actor), row.establishment_id));
  if (establishment === undefined) return null;
  const postings = await knex('posting')
    .join('visit_posting', 'visit_posting.posting_id', 'posting.id')
    .where('visit_posting.visit_id', visitId)
    .orderBy(['posting.applied_on', 'posting.id'])
    .select('posting.*');
  const accounts = await knex('account').where({ establishment_id: establishment.id }).count({ count: '*' });
  const registration = await knex('establishment_version')
    .where({ establishment_id: establishment.id, cause: 'registration', replaced_at: row.registered_at })
    .first('id');
  return {
    visit: visitFrom(row),
    registered: registration !== undefined,
    establishment,
    postings: postings.map(postingFrom),
    accounts: toCount(accounts[0]?.count),
  };
}
