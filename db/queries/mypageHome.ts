import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { ChangeKind } from '#app/domain/changeRequest.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { firstPostings, type MypageList, type MypagePostingLine } from './mypagePostings.ts';
import { toCount } from './page.ts';

/** A list of the home screen: its first rows, and how many there are in all. */
export type HomeList = { rows: readonly MypagePostingLine[]; total: number };

/** A change request that the counter has returned. */
export type ReturnedChange = {
  id: string;
  kind: ChangeKind;
  /** Of the posting; null where it has none, and where the establishment itself is to be changed. */
  jobTitle: string | null;
  message: string | null;
};

export type MypageHome = {
  establishment: { name: string; state: EstablishmentState } | null;
  /** The office of the establishment; null before there is one. */
  office: Office | null;
  lists: Readonly<Record<Exclude<MypageList, 'copyable'>, HomeList>>;
  /** Newest first. */
  returnedChanges: readonly ReturnedChange[];
  /** Images that came back or were put out of view, until the employer takes them down. */
  rejectedImages: { returned: number; hidden: number };
};

/** Rows of a list on the home screen; the list itself has a page of its own. */
export const homeRows = 10;

async function returnedChangesOf(knex: Knex, actor: EmployerActor): Promise<ReturnedChange[]> {
  return knex('change_request')
    .leftJoin('posting', 'posting.id', 'change_request.posting_id')
    .where({
      'change_request.establishment_id': actor.establishmentId ?? '',
      'change_request.state': 'returned',
    })
    .orderBy([
      { column: 'change_request.decided_at', order: 'desc' },
      { column: 'change_request.id', order: 'desc' },
    ])
    .select(
      'change_request.id',
      'change_request.kind',
      'posting.job_title as jobTitle',
      'change_request.answer as message',
    );
}

async function rejectedImagesOf(knex: Knex, actor: EmployerActor): Promise<MypageHome['rejectedImages']> {
  const rows: { state: string; count: unknown }[] = await knex('image')
    .where({ establishment_id: actor.establishmentId ?? '' })
    .whereIn('state', ['returned', 'hidden'])
    .groupBy('state')
    .select('state')
    .count('* as count');
  const countOf = (state: string) => toCount(rows.find((row) => row.state === state)?.count);
  return { returned: countOf('returned'), hidden: countOf('hidden') };
}

/** ホーム of the employer: the establishment, its office, the beginning of every list of its postings, what came back. */
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
    returnedChanges: await returnedChangesOf(knex, actor),
    rejectedImages: await rejectedImagesOf(knex, actor),
  };
}
