import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { ErasureCertificate, ErasureMark, LegalHold, RetentionSetting } from '#app/domain/retention.ts';
import { fromJson } from '../rows.ts';
import { type RuleSql, retentionFacts } from '../stores/erasures.ts';
import {
  type CertificateRow,
  certificateFrom,
  holdFrom,
  markFrom,
  settingFrom,
} from '../stores/retention.ts';
import { type Page, pageOf, toCount } from './page.ts';

export type HeldUntil = Pick<LegalHold, 'until'> | null;

/** Whether the office erases by itself, and who said so last. */
export type ShownSetting = Pick<RetentionSetting, 'automatic' | 'changedAt' | 'version'> & { by: string };

/** What is due, as the last night has found it. */
export type DueMypage = Omit<ErasureMark, 'subject' | 'officeId'> & {
  establishment: { id: string; name: string; number: string | null };
  hold: HeldUntil;
};

/** What the last night has found between images and their files. */
export type FileCheck = {
  at: Instant;
  removed: number;
  missing: number;
  /** Establishments of the office with images whose file is missing. */
  establishments: readonly { id: string; name: string }[];
};

const dialectOf = (knex: Knex) => (knex.client.config.client === 'pg' ? 'postgres' : 'sqlite');

const heldUntil = (until: CalendarDate | null, today: CalendarDate): HeldUntil =>
  until === null || until < today ? null : { until };

export async function retentionSetting(knex: Knex, actor: StaffActor): Promise<ShownSetting | null> {
  const row = await knex('retention_setting')
    .join('staff', 'staff.id', 'retention_setting.changed_by')
    .where('retention_setting.office_id', actor.officeId)
    .first('retention_setting.*', 'staff.name');
  return row === undefined ? null : { ...settingFrom(row), by: row.name };
}

/** What is due at the actor's office, the longest due first. */
export async function dueMypages(
  knex: Knex,
  actor: StaffActor,
  today: CalendarDate,
  page: number,
): Promise<Page<DueMypage>> {
  const matching = () => knex('erasure_mark').where('erasure_mark.office_id', actor.officeId);
  const list = matching()
    .join('establishment', 'establishment.id', 'erasure_mark.establishment_id')
    .leftJoin('legal_hold', 'legal_hold.establishment_id', 'establishment.id')
    .orderBy(['erasure_mark.due_on', 'erasure_mark.id'])
    .select('erasure_mark.*', 'establishment.name', 'establishment.number', 'legal_hold.until');
  type Row = Parameters<typeof markFrom>[0] & { name: string; number: string | null; until: string | null };
  const found = await pageOf<Row>(matching(), list, page);
  return {
    ...found,
    rows: found.rows.map((row) => {
      const { subject, officeId: _, ...mark } = markFrom(row);
      const establishment = { id: subject.id, name: row.name, number: row.number };
      return { ...mark, establishment, hold: heldUntil(row.until, today) };
    }),
  };
}

/** Due accounts that never came to an establishment: they belong to no office. */
export async function dueNobodys(knex: Knex, _actor: StaffActor): Promise<number> {
  const row = await knex('erasure_mark').whereNull('office_id').count({ count: '*' }).first();
  return toCount(row?.count);
}

export async function lastFileCheck(knex: Knex, actor: StaffActor): Promise<FileCheck | null> {
  const entry = await knex('audit_entry')
    .where({ subject_type: 'files', action: 'image.filesChecked' })
    .orderBy('seq', 'desc')
    .first('at', 'detail');
  if (entry === undefined) return null;
  const detail = fromJson<{ removed: number; missing: number; images: readonly string[] }>(entry.detail);
  const establishments: { id: string; name: string }[] = await knex('image')
    .join('establishment', 'establishment.id', 'image.establishment_id')
    .whereIn('image.id', [...detail.images])
    .where('image.office_id', actor.officeId)
    .whereNot('image.state', 'removed')
    .orderBy('establishment.id')
    .distinct('establishment.id', 'establishment.name');
  return { at: entry.at, removed: detail.removed, missing: detail.missing, establishments };
}

/** A MyPage that will be due, with what the rule looks at as it stands today. */
export type PlannedMypage = {
  id: string;
  name: string;
  number: string | null;
  records: {
    validPostings: number;
    appliedAfterLastInvalid: number;
    withdrawnOn: CalendarDate | null;
    lastInvalidOn: CalendarDate | null;
  };
  hold: HeldUntil;
};

/** MyPages of the actor's office that the rule's SQL of a later day finds by what stands today; 退会 first. */
export async function plannedMypages(
  knex: Knex,
  actor: StaffActor,
  rule: RuleSql,
  today: CalendarDate,
  page: number,
): Promise<Page<PlannedMypage>> {
  const facts = () =>
    retentionFacts(knex, dialectOf(knex), 'establishment', today, (query) => {
      query.where('office_id', actor.officeId);
    }).as('facts');
  const matching = () => knex.from(facts()).whereRaw(rule.sql, [...rule.bindings]);
  const list = matching()
    .join('establishment', 'establishment.id', 'facts.id')
    .leftJoin('legal_hold', 'legal_hold.establishment_id', 'facts.id')
    .orderByRaw('case when withdrawn_on is null then 1 else 0 end, withdrawn_on, last_invalid_on, facts.id')
    .select('facts.*', 'establishment.name', 'establishment.number', 'legal_hold.until');
  type Row = {
    id: string;
    name: string;
    number: string | null;
    until: string | null;
    valid_postings: unknown;
    later_applications: unknown;
    withdrawn_on: string | null;
    last_invalid_on: string | null;
  };
  const found = await pageOf<Row>(matching(), list, page);
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id,
      name: row.name,
      number: row.number,
      records: {
        validPostings: toCount(row.valid_postings),
        appliedAfterLastInvalid: toCount(row.later_applications),
        withdrawnOn: row.withdrawn_on,
        lastInvalidOn: row.last_invalid_on,
      },
      hold: heldUntil(row.until, today),
    })),
  };
}

export type ShownHold = Pick<LegalHold, 'reason' | 'until' | 'placedAt'> & {
  establishment: { id: string; name: string; number: string | null };
  by: string;
};

const holdsOf = (knex: Knex, actor: StaffActor) =>
  knex('legal_hold').where('legal_hold.office_id', actor.officeId);

type HoldRow = Parameters<typeof holdFrom>[0] & { name: string; number: string | null; by: string };

const withNames = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .join('establishment', 'establishment.id', 'legal_hold.establishment_id')
    .join('staff', 'staff.id', 'legal_hold.placed_by')
    .select('legal_hold.*', 'establishment.name', 'establishment.number', 'staff.name as by');

const shownHold = (row: HoldRow): ShownHold => {
  const { establishmentId, reason, until, placedAt } = holdFrom(row);
  return {
    reason,
    until,
    placedAt,
    by: row.by,
    establishment: { id: establishmentId, name: row.name, number: row.number },
  };
};

/** 消去の保留 of the actor's office, the one that ends first on top; what has ended stays until it is lifted or erased. */
export async function legalHolds(knex: Knex, actor: StaffActor, page: number): Promise<Page<ShownHold>> {
  const list = withNames(holdsOf(knex, actor)).orderBy(['legal_hold.until', 'legal_hold.establishment_id']);
  const found = await pageOf<HoldRow>(holdsOf(knex, actor), list, page);
  return { ...found, rows: found.rows.map(shownHold) };
}

/** An establishment of the actor's office, and its hold where it has one; null otherwise. */
export async function holdSubject(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
): Promise<{ establishment: ShownHold['establishment']; hold: ShownHold | null } | null> {
  const establishment = await knex('establishment')
    .where({ id: establishmentId, office_id: actor.officeId })
    .first('id', 'name', 'number');
  if (establishment === undefined) return null;
  const hold: HoldRow | undefined = await withNames(holdsOf(knex, actor))
    .where('legal_hold.establishment_id', establishmentId)
    .first();
  return { establishment, hold: hold === undefined ? null : shownHold(hold) };
}

/** A certificate as it is shown. */
export type ShownCertificate = ErasureCertificate & {
  /** The supervisor who let the office erase by itself; null where the name is not known any more. */
  allowedByName: string | null;
  /** Mails to the former holders that are not handed over yet. */
  noticesWaiting: number;
};

/** Certificates of the actor's office and of accounts that belonged to none, the newest first. */
const certificatesOf = (knex: Knex, actor: StaffActor) =>
  knex('erasure_certificate').where((either) =>
    either
      .where('erasure_certificate.office_id', actor.officeId)
      .orWhereNull('erasure_certificate.office_id'),
  );

export async function certificates(
  knex: Knex,
  actor: StaffActor,
  page: number,
): Promise<Page<ErasureCertificate>> {
  const list = certificatesOf(knex, actor).orderBy('number', 'desc').select('*');
  const found = await pageOf<CertificateRow>(certificatesOf(knex, actor), list, page);
  return { ...found, rows: found.rows.map(certificateFrom) };
}

export async function certificate(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<ShownCertificate | null> {
  const row: (CertificateRow & { by: string | null }) | undefined = await certificatesOf(knex, actor)
    .leftJoin('staff', 'staff.id', 'erasure_certificate.allowed_by')
    .where('erasure_certificate.id', id)
    .first('erasure_certificate.*', 'staff.name as by');
  if (row === undefined) return null;
  const waiting = await knex('erasure_notice').where({ certificate_id: id }).count({ count: '*' }).first();
  return { ...certificateFrom(row), allowedByName: row.by, noticesWaiting: toCount(waiting?.count) };
}
