import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { MismatchComplaint } from '#app/domain/mismatchComplaint.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { complaintFrom, mismatchComplaintStore } from '../stores/mismatchComplaints.ts';
import {
  type RecordedRefusalPeriod,
  refusalPeriodFrom,
  refusalPeriodStore,
} from '../stores/refusalPeriods.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf } from './page.ts';

export type ListedComplaint = MismatchComplaint & {
  establishmentName: string;
  jobTitle: string | null;
  postingNumber: string | null;
};

type ComplaintRow = Parameters<typeof complaintFrom>[0] & {
  name: string;
  job_title: string | null;
  number: string | null;
};

const complaints = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('mismatch_complaint').where(
    inScope(scopeOf(actor), {
      office: 'mismatch_complaint.office_id',
      establishment: 'mismatch_complaint.establishment_id',
    }),
  );

const withNames = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .join('establishment', 'establishment.id', 'mismatch_complaint.establishment_id')
    .leftJoin('posting', 'posting.id', 'mismatch_complaint.posting_id')
    .select('mismatch_complaint.*', 'establishment.name', 'posting.job_title', 'posting.number');

const listed = (row: ComplaintRow): ListedComplaint => ({
  ...complaintFrom(row),
  establishmentName: row.name,
  jobTitle: row.job_title,
  postingNumber: row.number,
});

/** 相違の申出 of the actor's office: the open ones oldest first, or the settled ones newest first. */
export async function complaintList(
  knex: Knex,
  actor: StaffActor,
  { open, page }: { open: boolean; page: number },
): Promise<Page<ListedComplaint>> {
  const matching = () =>
    open
      ? complaints(knex, actor).whereNull('mismatch_complaint.settled_on')
      : complaints(knex, actor).whereNotNull('mismatch_complaint.settled_on');
  const order = open ? 'asc' : 'desc';
  const found = await pageOf<ComplaintRow>(
    matching(),
    withNames(matching()).orderBy([
      { column: open ? 'mismatch_complaint.received_on' : 'mismatch_complaint.settled_on', order },
      { column: 'mismatch_complaint.id', order },
    ]),
    page,
  );
  return { ...found, rows: found.rows.map(listed) };
}

export type EmployerRecords = {
  establishment: { id: string; name: string };
  complaints: readonly ListedComplaint[];
  refusalPeriods: readonly (RecordedRefusalPeriod & { recordedByName: string })[];
};

const SHOWN = 100;

/** 申出と不受理期間 of one establishment, the newest first; null outside the actor's reach. */
export async function employerRecords(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<EmployerRecords | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const rows: ComplaintRow[] = await withNames(
    complaints(knex, actor).where('mismatch_complaint.establishment_id', id),
  )
    .orderBy([
      { column: 'mismatch_complaint.received_on', order: 'desc' },
      { column: 'mismatch_complaint.id', order: 'desc' },
    ])
    .limit(SHOWN);
  const periods = await knex('refusal_period')
    .leftJoin('staff', 'staff.id', 'refusal_period.recorded_by')
    .where({ establishment_id: id })
    .orderBy([{ column: 'begins_on', order: 'desc' }, { column: 'refusal_period.id' }])
    .select('refusal_period.*', 'staff.name');
  return {
    establishment: { id, name: establishment.name },
    complaints: rows.map(listed),
    refusalPeriods: periods.map((row) => ({ ...refusalPeriodFrom(row), recordedByName: row.name ?? '' })),
  };
}

/** One complaint with its names; null outside the actor's reach. */
export async function complaintView(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<ListedComplaint | null> {
  const row: ComplaintRow | undefined = await withNames(
    complaints(knex, actor).where('mismatch_complaint.id', id),
  ).first();
  return row === undefined ? null : listed(row);
}

/** A refusal period with its establishment; null outside the actor's reach. */
export async function refusalPeriodView(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<{ period: RecordedRefusalPeriod; establishment: { id: string; name: string } } | null> {
  const period = await refusalPeriodStore(knex).find(scopeOf(actor), id);
  const establishment =
    period && (await establishmentStore(knex).find(scopeOf(actor), period.establishmentId));
  if (period === undefined || establishment === undefined) return null;
  return { period, establishment: { id: establishment.id, name: establishment.name } };
}

/** The postings of an establishment a complaint may be about, the newest first. */
export async function postingsComplainedOf(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<{ id: string; number: string | null; jobTitle: string | null }[]> {
  const rows = await knex('posting')
    .where({ establishment_id: id })
    .where(inScope(scopeOf(actor)))
    .whereIn('state', ['valid', 'invalid'])
    .orderBy([{ column: 'accepted_on', order: 'desc' }, { column: 'id' }])
    .limit(SHOWN)
    .select('id', 'number', 'job_title');
  return rows.map((row) => ({ id: row.id, number: row.number, jobTitle: row.job_title }));
}

/** How many complaints about the establishment are open; the caller has found it within the actor's reach. */
export const openComplaints = (knex: Knex, _actor: StaffActor, id: string): Promise<number> =>
  mismatchComplaintStore(knex).countOpen(id);
