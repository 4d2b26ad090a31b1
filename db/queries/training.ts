import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { startOfDay } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { visitStates } from '#app/domain/posting.ts';
import type { Training } from '#app/domain/training.ts';
import type { Unregistered } from '../stores/referrals.ts';
import { inScope } from '../stores/scope.ts';
import { trainingStore } from '../stores/training.ts';
import type { ListedMail } from './outbox.ts';
import { type Page, toCount } from './page.ts';
import { actsOfRuns, type SweepAct } from './schedule.ts';

/** How the training stands; null in any other database. */
export const trainingState = async (knex: Knex, _actor: StaffActor): Promise<Training | null> =>
  (await trainingStore(knex).find()) ?? null;

/** What happened by itself on one day. */
export type TrainingDay = {
  date: CalendarDate;
  acts: SweepAct[];
  counts: { action: string; count: number }[];
  mails: { rows: ListedMail[]; total: number };
};

/** Days on one page, and mails listed for each. */
const daysOnPage = 14;
const mostMails = 20;

/** Acts of every night that look and change nothing, and the sweeps that do no other. */
const looksOnly = ['invariant.looked', 'image.filesChecked', 'audit.anchored', 'retention.looked'];
const looking = ['invariant.look', 'image.checkFiles', 'audit.anchor'];

/** Days since the beginning on which sweeps did something, the newest first. */
export async function trainingDays(
  knex: Knex,
  actor: StaffActor,
  since: CalendarDate,
  page: number,
): Promise<Page<TrainingDay>> {
  const acted = () =>
    knex('sweep_run')
      .join('audit_entry', 'audit_entry.request_id', 'sweep_run.id')
      .where('slot', '>=', since)
      .whereNotIn('audit_entry.action', looksOnly);
  const counted = await acted().countDistinct({ total: 'slot' }).first();
  const total = toCount(counted?.total);
  const pages = Math.max(1, Math.ceil(total / daysOnPage));
  const shown = Math.min(Math.max(1, page), pages);
  const dates: CalendarDate[] = await acted()
    .distinct('slot')
    .orderBy('slot', 'desc')
    .limit(daysOnPage)
    .offset((shown - 1) * daysOnPage)
    .pluck('slot');
  const rows = await Promise.all(dates.map((date) => dayOf(knex, actor, date)));
  return { rows, total, page: shown, pages };
}

async function dayOf(knex: Knex, actor: StaffActor, date: CalendarDate): Promise<TrainingDay> {
  const runs: string[] = await knex('sweep_run')
    .where({ slot: date })
    .whereNotIn('sweep', looking)
    .pluck('id');
  const mails = () =>
    knex('outbox_mail')
      .where('sent_at', '>=', startOfDay(date))
      .where('sent_at', '<', startOfDay(addDays(date, 1)));
  const counted = await mails().count({ total: '*' }).first();
  return {
    date,
    ...(await actsOfRuns(knex, actor, runs)),
    mails: {
      total: toCount(counted?.total),
      rows: await mails()
        .orderBy(['sent_at', 'id'])
        .limit(mostMails)
        .select('id', 'recipient', 'subject', 'sent_at as sentAt'),
    },
  };
}

/** The next deadlines that stand in the records of the office; null where there is none. */
export type DeadlinesAhead = {
  /** The first 来庁期限 that is waited for, and the first 有効期限. */
  visit: CalendarDate | null;
  validity: CalendarDate | null;
  /** The first referral without a result and without its notice. */
  unnoticed: CalendarDate | null;
  /** The first message that is kept. */
  message: CalendarDate | null;
  /** Missing results of establishments that are not restricted, each with its own by day, oldest first. */
  missing: readonly (readonly Unregistered[])[];
};

export async function deadlinesAhead(knex: Knex, actor: StaffActor): Promise<DeadlinesAhead> {
  const inOffice = (table: string) =>
    knex(table).where(
      inScope(scopeOf(actor), { office: `${table}.office_id`, establishment: `${table}.establishment_id` }),
    );
  const first = async (query: Knex.QueryBuilder, column: string): Promise<CalendarDate | null> =>
    (await query.min({ day: column }).first())?.day ?? null;
  const unregistered = () => inOffice('referral').where({ 'referral.state': 'referred' });
  const rows: { establishmentId: string; referredOn: CalendarDate; unregistered: unknown }[] =
    await unregistered()
      .whereNotExists(
        knex('restriction')
          .whereRaw('restriction.establishment_id = referral.establishment_id')
          .whereNull('released_on'),
      )
      .groupBy('establishment_id', 'referred_on')
      .orderBy(['establishment_id', 'referred_on'])
      .select('establishment_id as establishmentId', 'referred_on as referredOn')
      .count('* as unregistered');
  const ofEach = new Map<string, Unregistered[]>();
  for (const { establishmentId, referredOn, unregistered: count } of rows)
    ofEach.set(establishmentId, [
      ...(ofEach.get(establishmentId) ?? []),
      { referredOn, unregistered: toCount(count) },
    ]);
  return {
    visit: await first(
      inOffice('posting')
        .whereIn('state', [...visitStates])
        .whereNull('visited_on'),
      'due_date',
    ),
    validity: await first(inOffice('posting').where({ state: 'valid' }), 'valid_until'),
    unnoticed: await first(unregistered().whereNull('notice_sent_on'), 'referred_on'),
    message: await first(
      inOffice('referral').join('message', 'message.referral_id', 'referral.id'),
      'message.sent_on',
    ),
    missing: [...ofEach.values()],
  };
}
