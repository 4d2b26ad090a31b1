import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** A record as a list of what happened names it: which page shows it, and the words that tell it from others. */
export type NamedRecord = {
  kind: 'posting' | 'establishment' | 'account' | 'change_request' | 'image' | 'staff';
  /** Of the page that shows it: the posting, the establishment, the change request. */
  pageId: string;
  establishmentName: string | null;
  /** 職種, or the name of a member of staff; null where the establishment says it all. */
  name: string | null;
  number: string | null;
};

/**
 * The records with these ids within the actor's reach, by id. Ids that are out of reach, gone or of another kind are
 * left out: six queries, however many ids there are.
 */
export async function namedRecords(
  knex: Knex,
  actor: StaffActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedRecord>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const scope = scopeOf(actor);
  const office = inScope(scope, { office: 'establishment.office_id', establishment: 'establishment.id' });
  const under = (table: string) =>
    knex(table)
      .join('establishment', 'establishment.id', `${table}.establishment_id`)
      .where(office)
      .whereIn(`${table}.id`, wanted);
  const establishments = await knex('establishment')
    .where(office)
    .whereIn('id', wanted)
    .select('id', 'name', 'number');
  const postings = await under('posting')
    .whereNot('posting.state', 'draft')
    .select('posting.id', 'job_title', 'posting.number', 'establishment.name');
  const accounts = await under('account').select('account.id', 'establishment_id', 'establishment.name');
  const images = await under('image').select('image.id', 'establishment_id', 'establishment.name');
  const changes = await under('change_request')
    .leftJoin('posting', 'posting.id', 'change_request.posting_id')
    .select('change_request.id', 'posting.job_title', 'posting.number', 'establishment.name');
  const staff = await knex('staff')
    .where({ office_id: actor.officeId })
    .whereIn('id', wanted)
    .select('id', 'name');

  const named: [string, NamedRecord][] = [
    ...establishments.map(({ id, name, number }): [string, NamedRecord] => [
      id,
      { kind: 'establishment', pageId: id, establishmentName: name, name: null, number },
    ]),
    ...postings.map(({ id, job_title, number, name }): [string, NamedRecord] => [
      id,
      { kind: 'posting', pageId: id, establishmentName: name, name: job_title, number },
    ]),
    ...changes.map(({ id, job_title, number, name }): [string, NamedRecord] => [
      id,
      { kind: 'change_request', pageId: id, establishmentName: name, name: job_title, number },
    ]),
    ...[
      ...accounts.map((row) => ['account', row] as const),
      ...images.map((row) => ['image', row] as const),
    ].map(([kind, { id, establishment_id, name }]): [string, NamedRecord] => [
      id,
      { kind, pageId: establishment_id, establishmentName: name, name: null, number: null },
    ]),
    ...staff.map(({ id, name }): [string, NamedRecord] => [
      id,
      { kind: 'staff', pageId: id, establishmentName: null, name, number: null },
    ]),
  ];
  return new Map(named);
}
