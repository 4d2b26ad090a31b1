import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeKind, ChangeState } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** Requests that do not wait for the counter any more: ended, or with the employer. */
export const answeredTabs = {
  ended: ['accepted', 'rejected', 'withdrawn', 'void'],
  returned: ['returned'],
} as const satisfies Record<string, readonly ChangeState[]>;
export type AnsweredTab = keyof typeof answeredTabs;

export type AnsweredChange = {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  stopOn: CalendarDate | null;
  waitingSince: Instant | null;
  jobTitle: string | null;
  number: string | null;
  establishmentId: string;
  establishmentName: string;
};

export type AnsweredChanges = Page<AnsweredChange> & { counts: Record<AnsweredTab, number> };

/** 処理済み: change requests of the actor's office that were answered, the newest first. */
export async function answeredChanges(
  knex: Knex,
  actor: StaffActor,
  { tab, page }: { tab: AnsweredTab; page: number },
): Promise<AnsweredChanges> {
  const matching = (states: readonly ChangeState[]) =>
    knex('change_request')
      .where(
        inScope(scopeOf(actor), {
          office: 'change_request.office_id',
          establishment: 'change_request.establishment_id',
        }),
      )
      .whereIn('change_request.state', [...states]);
  const list = matching(answeredTabs[tab])
    .join('establishment', 'establishment.id', 'change_request.establishment_id')
    .leftJoin('posting', 'posting.id', 'change_request.posting_id')
    .orderBy([
      { column: 'change_request.waiting_since', order: 'desc' },
      { column: 'change_request.id', order: 'desc' },
    ])
    .select(
      'change_request.id',
      'change_request.kind',
      'change_request.state',
      'change_request.stop_on as stopOn',
      'change_request.waiting_since as waitingSince',
      'posting.job_title as jobTitle',
      'posting.number',
      'establishment.id as establishmentId',
      'establishment.name as establishmentName',
    );
  const countOf = async (states: readonly ChangeState[]) => {
    const [counted] = await matching(states).count('* as total');
    return toCount(counted?.total);
  };
  return {
    ...(await pageOf<AnsweredChange>(matching(answeredTabs[tab]), list, page)),
    counts: { ended: await countOf(answeredTabs.ended), returned: await countOf(answeredTabs.returned) },
  };
}
