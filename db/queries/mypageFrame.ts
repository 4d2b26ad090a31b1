import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';

/** What the head of every MyPage screen says: whose it is. */
export type MypageFrameData = { establishmentName: string | null };

export async function mypageFrame(knex: Knex, actor: EmployerActor): Promise<MypageFrameData> {
  const row = await knex('establishment')
    .where({ id: actor.establishmentId ?? '' })
    .first('name');
  return { establishmentName: row?.name ?? null };
}
