import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import { unreadMessages } from './messageThreads.ts';

/** What the head of every MyPage screen says: whose it is, and how many messages are unread. */
export type MypageFrameData = { establishmentName: string | null; unread: number };

export async function mypageFrame(knex: Knex, actor: EmployerActor): Promise<MypageFrameData> {
  const row = await knex('establishment')
    .where({ id: actor.establishmentId ?? '' })
    .first('name');
  return { establishmentName: row?.name ?? null, unread: await unreadMessages(knex, actor) };
}
