import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { type MypageAccess, mypageAccess } from './mypageAccess.ts';
import { changesOfPosting } from './mypageChange.ts';
import { mypagePosting } from './mypagePosting.ts';

export type PostingToAsk = {
  posting: Posting;
  /** Everything that was asked for it, newest first. */
  changes: readonly ChangeRequest[];
  access: MypageAccess;
};

/** A posting of the employer that something is to be asked for; null outside the actor's reach. */
export async function postingToAsk(
  knex: Knex,
  actor: EmployerActor,
  id: string,
  today: CalendarDate,
): Promise<PostingToAsk | null> {
  const shown = await mypagePosting(knex, actor, id);
  if (!shown) return null;
  return {
    posting: shown.posting,
    changes: await changesOfPosting(knex, actor, id),
    access: await mypageAccess(knex, actor, today),
  };
}
