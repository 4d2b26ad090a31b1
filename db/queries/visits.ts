import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore } from '../stores/postings.ts';
import { inScope } from '../stores/scope.ts';
import { containing } from './like.ts';
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

/** Part of a folded name, or digits of an 事業所番号 or a telephone number. */
export type VisitSearch = { key: string; digits: string | null };

/** 来庁待ち of the actor's office, the earliest due date first. */
export async function awaitedVisits(
  knex: Knex,
  actor: StaffActor,
  search: VisitSearch | null,
  page: number,
): Promise<Page<AwaitedVisit>> {
  const matching = () => {
    const query = knex('establishment')
      .where(
        inScope(scopeOf(actor), { office: 'establishment.office_id', establishment: 'establishment.id' }),
      )
      .whereExists(awaiting(knex));
    if (search !== null)
      query.where((any) => {
        any
          .whereRaw("search_name like ? escape '\\'", [containing(search.key)])
          .orWhereRaw("search_kana like ? escape '\\'", [containing(search.key)]);
        if (search.digits !== null)
          any
            .orWhereRaw("replace(establishment.number, '-', '') like ? escape '\\'", [
              containing(search.digits),
            ])
            .orWhereRaw("phone like ? escape '\\'", [containing(search.digits)]);
      });
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

export type VisitForPosting = {
  posting: Posting;
  establishment: Establishment;
  /** All postings of the establishment that wait for the visit, the earliest due first. */
  awaiting: readonly Posting[];
};

/** 来庁・本登録 at one posting: what can be registered in the same sitting; null outside the actor's reach. */
export async function visitForPosting(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<VisitForPosting | null> {
  const scope = scopeOf(actor);
  const posting = await postingStore(knex).find(scope, id);
  const establishment = posting && (await establishmentStore(knex).find(scope, posting.establishmentId));
  if (posting === undefined || posting.state === 'draft' || establishment === undefined) return null;
  return { posting, establishment, awaiting: await postingStore(knex).awaitingVisitOf(establishment.id) };
}
