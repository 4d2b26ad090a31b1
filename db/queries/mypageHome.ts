import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { firstPostings, type MypageList, type MypagePostingLine } from './mypagePostings.ts';

/** A list of the home screen: its first rows, and how many there are in all. */
export type HomeList = { rows: readonly MypagePostingLine[]; total: number };

export type MypageHome = {
  establishment: { name: string; state: EstablishmentState } | null;
  /** The office of the establishment; null before there is one. */
  office: Office | null;
  lists: Readonly<Record<Exclude<MypageList, 'copyable'>, HomeList>>;
};

/** Rows of a list on the home screen; the list itself has a page of its own. */
export const homeRows = 10;

/** ホーム of the employer: the establishment, its office, and the beginning of every list of its postings. */
export async function mypageHome(knex: Knex, actor: EmployerActor): Promise<MypageHome> {
  const establishment = await knex('establishment')
    .where({ id: actor.establishmentId ?? '' })
    .first('name', 'state', 'office_id');
  const first = (list: MypageList) => firstPostings(knex, actor, list, homeRows);
  return {
    establishment: establishment ? { name: establishment.name, state: establishment.state } : null,
    office: establishment ? ((await officeStore(knex).find(establishment.office_id)) ?? null) : null,
    lists: {
      valid: await first('valid'),
      applied: await first('applied'),
      ended: await first('ended'),
      drafts: await first('drafts'),
    },
  };
}
