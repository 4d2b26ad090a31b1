import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeKind, ChangeState } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** Tabs of the list: waiting for the counter, for the employer, and ended. */
export const changeTabs = {
  submitted: ['submitted'],
  returned: ['returned'],
  ended: ['accepted', 'rejected', 'withdrawn', 'void'],
} as const satisfies Record<string, readonly ChangeState[]>;
export type ChangeTab = keyof typeof changeTabs;

export type QueuedChange = {
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

export type ChangeQueue = Page<QueuedChange> & { counts: Record<ChangeTab, number> };

/** 変更の申込み of the actor's office: what waits, the oldest first; what has ended, the newest first. */
export async function changeQueue(
  knex: Knex,
  actor: StaffActor,
  { tab, page }: { tab: ChangeTab; page: number },
): Promise<ChangeQueue> {
  const all = () =>
    knex('change_request')
      .where(
        inScope(scopeOf(actor), {
          office: 'change_request.office_id',
          establishment: 'change_request.establishment_id',
        }),
      )
      .whereNot('change_request.state', 'draft');
  const matching = () => all().whereIn('change_request.state', [...changeTabs[tab]]);
  const order = tab === 'ended' ? 'desc' : 'asc';
  const list = matching()
    .join('establishment', 'establishment.id', 'change_request.establishment_id')
    .leftJoin('posting', 'posting.id', 'change_request.posting_id')
    .orderBy([
      { column: 'change_request.waiting_since', order },
      { column: 'change_request.id', order },
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
  const counted: { state: ChangeState; count: unknown }[] = await all()
    .groupBy('state')
    .select('state')
    .count('* as count');
  const countOf = (states: readonly ChangeState[]) =>
    counted.reduce((sum, row) => (states.includes(row.state) ? sum + toCount(row.count) : sum), 0);
  return {
    ...(await pageOf<QueuedChange>(matching(), list, page)),
    counts: {
      submitted: countOf(changeTabs.submitted),
      returned: countOf(changeTabs.returned),
      ended: countOf(changeTabs.ended),
    },
  };
}
