import type { Knex } from 'knex';
import type { Actor, Role, StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { type Instant, startOfDay } from '#app/domain/clock.ts';
import { fromJson } from '../rows.ts';
import { type NamedRecord, namedRecords } from './namedRecords.ts';
import { type Page, pageOf } from './page.ts';

/** What is asked of 記録; null asks for everything. Days are included, as they are counted in Japan. */
export type AuditFilter = {
  /** Of the actor's office, or of no office at all (rules, sign-ups nobody has come to the counter for). */
  of: 'office' | 'nobody';
  /** The id of a member of staff, or everybody who is none: `employer`, `system`, `visitor`, `partner`. */
  person: string | null;
  action: string | null;
  /** The number of a posting or an establishment, or the id of a record. */
  record: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
};

export type AuditLine = {
  seq: number;
  at: Instant;
  actorKind: Actor['kind'];
  /** The name of a member of staff. */
  actorName: string | null;
  /** As it was that day. */
  role: Role;
  action: string;
  subject: { type: string; id: string };
  named: NamedRecord | null;
  /** Before and after, codes, versions of rules; the commitments of personal values are left out. */
  detail: Readonly<Record<string, unknown>>;
  requestId: string;
};

type Row = {
  seq: number;
  at: Instant;
  actor_kind: Actor['kind'];
  actor_id: string;
  role: Role;
  action: string;
  subject_type: string;
  subject_id: string;
  request_id: string;
  detail: string;
  name: string | null;
};

const columns = [
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'audit_entry.role',
  'action',
  'subject_type',
  'subject_id',
  'request_id',
  'detail',
  'staff.name',
];

const kindsOfPerson = ['employer', 'system', 'visitor', 'partner'];

const newest = [
  { column: 'at', order: 'desc' },
  { column: 'seq', order: 'desc' },
] as const;

/** Ids of the posting or the establishment with that number, and of what belongs to it. */
async function idsOf(knex: Knex, actor: StaffActor, record: string): Promise<string[]> {
  const mine = { office_id: actor.officeId };
  const posting = await knex('posting')
    .where({ ...mine, number: record })
    .first('id');
  if (posting)
    return [posting.id, ...(await knex('change_request').where({ posting_id: posting.id }).pluck('id'))];
  const establishment = await knex('establishment')
    .where({ ...mine, number: record })
    .first('id');
  const id = establishment?.id ?? record;
  const under = (table: string): Promise<string[]> => knex(table).where({ establishment_id: id }).pluck('id');
  return [
    id,
    ...(await under('account')),
    ...(await under('posting')),
    ...(await under('image')),
    ...(await under('change_request')),
  ];
}

const matching = (knex: Knex, actor: StaffActor, filter: AuditFilter, ids: readonly string[] | null) => {
  const query = knex('audit_entry').where(
    'audit_entry.office_id',
    filter.of === 'office' ? actor.officeId : null,
  );
  const { person, action, from, to } = filter;
  if (person !== null)
    query.where(kindsOfPerson.includes(person) ? { actor_kind: person } : { actor_id: person });
  if (action !== null) query.where({ action });
  if (ids !== null) query.whereIn('subject_id', [...ids]);
  if (from !== null) query.where('at', '>=', startOfDay(from));
  if (to !== null) query.where('at', '<', startOfDay(addDays(to, 1)));
  return query;
};

/** Rows of a file at most. */
export const fileLimit = 10_000;

/** Entries of the audit log, the newest first. */
export async function auditLog(
  knex: Knex,
  actor: StaffActor,
  filter: AuditFilter,
  page: number,
): Promise<Page<AuditLine>> {
  const ids = filter.record === null ? null : await idsOf(knex, actor, filter.record);
  const found = await pageOf<Row>(
    matching(knex, actor, filter, ids),
    withNames(matching(knex, actor, filter, ids)).orderBy([...newest]),
    page,
  );
  return { ...found, rows: await linesFrom(knex, actor, found.rows) };
}

/** The same without pages, up to `limit` of them, for a file. */
export async function auditLines(
  knex: Knex,
  actor: StaffActor,
  filter: AuditFilter,
  limit: number,
): Promise<AuditLine[]> {
  const ids = filter.record === null ? null : await idsOf(knex, actor, filter.record);
  const rows = withNames(matching(knex, actor, filter, ids))
    .orderBy([...newest])
    .limit(limit);
  return linesFrom(knex, actor, await rows);
}

const withNames = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.leftJoin('staff', 'staff.id', 'audit_entry.actor_id').select(columns);

async function linesFrom(knex: Knex, actor: StaffActor, rows: readonly Row[]): Promise<AuditLine[]> {
  const named = await namedRecords(
    knex,
    actor,
    rows.map(({ subject_id }) => subject_id),
  );
  return rows.map((row) => {
    const { personal: _commitments, ...detail } = fromJson<Record<string, unknown>>(row.detail);
    return {
      seq: row.seq,
      at: row.at,
      actorKind: row.actor_kind,
      actorName: row.name,
      role: row.role,
      action: row.action,
      subject: { type: row.subject_type, id: row.subject_id },
      named: named.get(row.subject_id) ?? null,
      detail,
      requestId: row.request_id,
    };
  });
}

/** One entry with its personal values, where they are not erased; null outside the actor's office. */
export async function auditEntry(
  knex: Knex,
  actor: StaffActor,
  seq: number,
): Promise<
  (AuditLine & { hash: string; personal: Readonly<Record<string, unknown>>; erased: boolean }) | null
> {
  const row: (Row & { hash: string; office_id: string | null }) | undefined = await withNames(
    knex('audit_entry').where({ seq }),
  )
    .where((any) => any.where('audit_entry.office_id', actor.officeId).orWhereNull('audit_entry.office_id'))
    .select('hash', 'audit_entry.office_id')
    .first();
  if (row === undefined) return null;
  const [line] = await linesFrom(knex, actor, [row]);
  if (line === undefined) return null;
  // What belongs to no office is nobody's to read: an address that was typed at home.
  const values: { field: string; value: string }[] =
    row.office_id === null ? [] : await knex('audit_personal').where({ seq }).orderBy('field');
  const committed = Object.keys(fromJson<{ personal?: object }>(row.detail).personal ?? {}).length;
  return {
    ...line,
    hash: row.hash,
    personal: Object.fromEntries(values.map(({ field, value }) => [field, fromJson(value)])),
    erased: row.office_id !== null && values.length < committed,
  };
}

/** Everybody who works or worked at the actor's office, for choosing one. */
export const officePeople = (knex: Knex, actor: StaffActor): Promise<{ id: string; name: string }[]> =>
  knex('staff').where({ office_id: actor.officeId }).orderBy(['name', 'id']).select('id', 'name');

/** One look at a page with personal data on it. */
export type ViewLine = {
  id: string;
  at: Instant;
  /** null for an employer. */
  actorName: string | null;
  screen: string;
  subjectId: string;
  named: NamedRecord | null;
};

/** 閲覧の記録: who saw whom, the newest first. */
export async function viewLog(
  knex: Knex,
  actor: StaffActor,
  filter: Omit<AuditFilter, 'of' | 'action'>,
  page: number,
): Promise<Page<ViewLine>> {
  const { person, record, from, to } = filter;
  const ids = record === null ? null : await idsOf(knex, actor, record);
  const seen = () => {
    const query = knex('view_log').where('view_log.office_id', actor.officeId);
    if (person !== null) query.where('actor_id', person);
    if (ids !== null) query.whereIn('subject_id', ids);
    if (from !== null) query.where('at', '>=', startOfDay(from));
    if (to !== null) query.where('at', '<', startOfDay(addDays(to, 1)));
    return query;
  };
  const found = await pageOf<Omit<ViewLine, 'named'>>(
    seen(),
    seen()
      .leftJoin('staff', 'staff.id', 'view_log.actor_id')
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'view_log.id', order: 'desc' },
      ])
      .select('view_log.id', 'at', 'staff.name as actorName', 'screen', 'subject_id as subjectId'),
    page,
  );
  const named = await namedRecords(
    knex,
    actor,
    found.rows.map(({ subjectId }) => subjectId),
  );
  return { ...found, rows: found.rows.map((row) => ({ ...row, named: named.get(row.subjectId) ?? null })) };
}
