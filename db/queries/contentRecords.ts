import type { Knex } from 'knex';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { MinimumWage } from '#app/domain/minimumWage.ts';
import type { Posting, PostingDescription } from '#app/domain/posting.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import { minimumWageStore } from '../stores/minimumWages.ts';
import { postingStore } from '../stores/postings.ts';
import { refusalPeriodStore } from '../stores/refusalPeriods.ts';

/** What the records say beside the content of a posting when it is judged. */
export type ContentRecords = {
  minimumWages: readonly MinimumWage[];
  others: readonly PostingDescription[];
  refusalPeriods: readonly RefusalPeriod[];
};

/** @param posting one the caller has found within the actor's reach, with the content as it is to be judged. */
export async function contentRecords(
  knex: Knex,
  _actor: StaffActor | EmployerActor,
  { id, establishmentId, content }: Pick<Posting, 'id' | 'establishmentId' | 'content'>,
): Promise<ContentRecords> {
  return {
    minimumWages: await minimumWageStore(knex).ofPrefecture(String(content.workplace_prefecture ?? '')),
    others: await postingStore(knex).liveOthers(establishmentId, id),
    refusalPeriods: await refusalPeriodStore(knex).of(establishmentId),
  };
}
