import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** The screens of one record, as the view log calls them. */
const screens = ['review', 'change', 'image.review', 'establishment.card'] as const;
export type OpenedScreen = (typeof screens)[number];

export type OpenedRecord = {
  screen: OpenedScreen;
  id: string;
  name: string;
  title: string | null;
  at: Instant;
};

/** Looks taken into account: somebody who goes back and forth has seen few records in many looks. */
const looks = 100;

type Look = { screen: OpenedScreen; subject_id: string; at: Instant };

/** The records the actor opened last and still reaches, each once, the latest first. */
export async function lastOpened(knex: Knex, actor: StaffActor, limit: number): Promise<OpenedRecord[]> {
  const seen: Look[] = await knex('view_log')
    .where({ actor_id: actor.id })
    .whereIn('screen', [...screens])
    .orderBy('at', 'desc')
    .limit(looks)
    .select('screen', 'subject_id', 'at');
  const latest = new Map<string, Look>();
  for (const look of seen) {
    const key = `${look.screen} ${look.subject_id}`;
    if (!latest.has(key)) latest.set(key, look);
  }
  const shown = [...latest.values()].slice(0, limit * 2);
  const ids = shown.map(({ subject_id }) => subject_id);
  const named = new Map<string, { name: string; title: string | null }>();
  for (const { id, name, title } of await recordsOf(knex, actor, ids)) named.set(id, { name, title });
  return shown
    .flatMap(({ screen, subject_id: id, at }) => {
      const record = named.get(id);
      return record === undefined ? [] : [{ screen, id, at, ...record }];
    })
    .slice(0, limit);
}

type Named = { id: string; name: string; title: string | null };

async function recordsOf(knex: Knex, actor: StaffActor, ids: readonly string[]): Promise<Named[]> {
  const scope = scopeOf(actor);
  const columns = (table: string) => ({
    office: `${table}.office_id`,
    establishment: `${table}.establishment_id`,
  });
  const postings: Named[] = await knex('posting')
    .join('establishment', 'establishment.id', 'posting.establishment_id')
    .where(inScope(scope, columns('posting')))
    .whereIn('posting.id', [...ids])
    .select('posting.id', 'establishment.name', 'posting.job_title as title');
  const requests: Named[] = await knex('change_request')
    .join('establishment', 'establishment.id', 'change_request.establishment_id')
    .leftJoin('posting', 'posting.id', 'change_request.posting_id')
    .where(inScope(scope, columns('change_request')))
    .whereIn('change_request.id', [...ids])
    .select('change_request.id', 'establishment.name', 'posting.job_title as title');
  const establishments: Omit<Named, 'title'>[] = await knex('establishment')
    .where(inScope(scope, { office: 'office_id', establishment: 'id' }))
    .whereIn('id', [...ids])
    .select('id', 'name');
  return [...postings, ...requests, ...establishments.map((one) => ({ ...one, title: null }))];
}
