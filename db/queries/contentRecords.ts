import type { Knex } from 'knex';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { ContentRecords } from '#app/domain/contentRecords.ts';
import type { Posting } from '#app/domain/posting.ts';
import { minimumWageStore } from '../stores/minimumWages.ts';
import { mismatchComplaintStore } from '../stores/mismatchComplaints.ts';
import { postingStore } from '../stores/postings.ts';
import { refusalPeriodStore } from '../stores/refusalPeriods.ts';
import { restrictionStore } from '../stores/restrictions.ts';

/**
 * What the records say beside the content of a posting.
 * @param posting one the caller has found within the actor's reach, with the content as it is to be judged
 */
export async function contentRecords(
  knex: Knex,
  _actor: StaffActor | EmployerActor,
  { id, establishmentId, content }: Pick<Posting, 'id' | 'establishmentId' | 'content'>,
): Promise<ContentRecords> {
  return {
    minimumWages: await minimumWageStore(knex).ofPrefecture(String(content.workplace_prefecture ?? '')),
    others: await postingStore(knex).liveOthers(establishmentId, id),
    refusalPeriods: await refusalPeriodStore(knex).of(establishmentId),
    restricted: (await restrictionStore(knex).openOf(establishmentId)) !== undefined,
    openComplaints: await mismatchComplaintStore(knex).countOpen(establishmentId),
  };
}
