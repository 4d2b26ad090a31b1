import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type {
  ErasureCertificate,
  ErasureMark,
  ErasureSubject,
  LegalHold,
  RetentionSetting,
} from '#app/domain/retention.ts';
import { fromFlag, fromJson, toFlag, toJson } from '../rows.ts';
import { withMerged } from './erasures.ts';
import { StaleRecord } from './versioned.ts';

type MarkRow = {
  id: string;
  establishment_id: string | null;
  account_id: string | null;
  office_id: string | null;
  rules: string;
  base_date: string;
  due_on: string;
  counts: string;
  pictures: number;
  found_on: string;
};

const subjectColumns = ({ type, id }: ErasureSubject) =>
  type === 'establishment'
    ? { establishment_id: id, account_id: null }
    : { establishment_id: null, account_id: id };

export const markFrom = (row: MarkRow): ErasureMark => ({
  id: row.id,
  subject:
    row.establishment_id === null
      ? { type: 'account', id: row.account_id ?? '' }
      : { type: 'establishment', id: row.establishment_id },
  officeId: row.office_id,
  rules: fromJson(row.rules),
  baseDate: row.base_date,
  dueOn: row.due_on,
  counts: fromJson(row.counts),
  pictures: row.pictures,
  foundOn: row.found_on,
});

export type CertificateRow = {
  id: string;
  number: number;
  subject_hash: string;
  number_hash: string | null;
  office_id: string | null;
  rule_set: string;
  rule_version: string;
  rule_hash: string;
  rules: string;
  base_date: string;
  erased_at: string;
  counts: string;
  rows_hash: string;
  pictures: number;
  notices: number;
  allowed_by: string;
  audit_seq: number;
  audit_hash: string;
};

export const certificateFrom = (row: CertificateRow): ErasureCertificate => ({
  id: row.id,
  number: row.number,
  subjectHash: row.subject_hash,
  numberHash: row.number_hash,
  officeId: row.office_id,
  ruleSet: row.rule_set,
  ruleVersion: row.rule_version,
  ruleHash: row.rule_hash,
  rules: fromJson(row.rules),
  baseDate: row.base_date,
  erasedAt: row.erased_at,
  counts: fromJson(row.counts),
  rowsHash: row.rows_hash,
  pictures: row.pictures,
  notices: row.notices,
  allowedBy: row.allowed_by,
  auditSeq: row.audit_seq,
  auditHash: row.audit_hash,
});

const certificateRow = (record: ErasureCertificate): CertificateRow => ({
  id: record.id,
  number: record.number,
  subject_hash: record.subjectHash,
  number_hash: record.numberHash,
  office_id: record.officeId,
  rule_set: record.ruleSet,
  rule_version: record.ruleVersion,
  rule_hash: record.ruleHash,
  rules: toJson(record.rules),
  base_date: record.baseDate,
  erased_at: record.erasedAt,
  counts: toJson(record.counts),
  rows_hash: record.rowsHash,
  pictures: record.pictures,
  notices: record.notices,
  allowed_by: record.allowedBy,
  audit_seq: record.auditSeq,
  audit_hash: record.auditHash,
});

type HoldRow = {
  establishment_id: string;
  office_id: string;
  reason: string;
  until: string;
  placed_by: string;
  placed_at: string;
};

export const holdFrom = (row: HoldRow): LegalHold => ({
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  reason: row.reason,
  until: row.until,
  placedBy: row.placed_by,
  placedAt: row.placed_at,
});

type SettingRow = {
  office_id: string;
  automatic: number;
  changed_by: string;
  changed_at: string;
  version: number;
};

export const settingFrom = (row: SettingRow): RetentionSetting => ({
  officeId: row.office_id,
  automatic: fromFlag(row.automatic),
  changedBy: row.changed_by,
  changedAt: row.changed_at,
  version: row.version,
});

export type RetentionStore = {
  findMark(id: string): Promise<ErasureMark | undefined>;
  /** Writes what the night has found; a MyPage that is marked already keeps the id of its mark. */
  keepMark(mark: ErasureMark): Promise<void>;
  /** Takes marks away that the night of `today` has not found again. */
  forgetMarks(today: CalendarDate): Promise<void>;
  /** Ids of marks of offices that erase by themselves, not on hold, in order after `after`; '' begins. */
  marksToErase(today: CalendarDate, after: string, limit: number): Promise<string[]>;

  /** The one that lasts longest, of the establishment or of what was merged into it. */
  holdOf(establishmentId: string): Promise<LegalHold | undefined>;
  /** Puts the establishment on hold, or its hold on another reason and day. */
  placeHold(hold: LegalHold): Promise<void>;
  /** False where there is none. */
  liftHold(establishmentId: string): Promise<boolean>;

  settingOf(officeId: string): Promise<RetentionSetting | undefined>;
  /** The setting by which accounts that belong to no office are erased: of the office that was first. */
  firstAutomatic(): Promise<RetentionSetting | undefined>;
  /** Throws StaleRecord when the version has moved on. */
  saveSetting(setting: RetentionSetting): Promise<void>;

  /** To be asked while the audit head is held, so that no number is given twice. */
  nextNumber(): Promise<number>;
  findCertificate(id: string): Promise<ErasureCertificate | undefined>;
  certificateIds(): Promise<string[]>;
  /** The id of the office's latest certificate of an establishment, by the keyed hash of its number. */
  certificateOf(officeId: string, numberHash: string): Promise<string | undefined>;
  insertCertificate(certificate: ErasureCertificate): Promise<void>;

  insertNotice(notice: { id: string; certificateId: string; sealed: string }): Promise<void>;
  /** The sealed letter; undefined once it was sent or given up. */
  findNotice(id: string): Promise<string | undefined>;
  forgetNotice(id: string): Promise<void>;
};

export function retentionStore(knex: Knex): RetentionStore {
  const settingWhere = async (where: Partial<SettingRow>) => {
    const row: SettingRow | undefined = await knex('retention_setting')
      .where(where)
      .orderBy(['changed_at', 'office_id'])
      .first();
    return row && settingFrom(row);
  };
  return {
    findMark: async (id) => {
      const row: MarkRow | undefined = await knex('erasure_mark').where({ id }).first();
      return row && markFrom(row);
    },
    keepMark: async ({ id, subject, ...mark }) => {
      const columns = {
        office_id: mark.officeId,
        rules: toJson(mark.rules),
        base_date: mark.baseDate,
        due_on: mark.dueOn,
        counts: toJson(mark.counts),
        pictures: mark.pictures,
        found_on: mark.foundOn,
      };
      const subjectIs = subjectColumns(subject);
      const found = await knex('erasure_mark').where(subjectIs).update(columns);
      if (found === 0) await knex('erasure_mark').insert({ id, ...subjectIs, ...columns });
    },
    forgetMarks: async (today) => {
      await knex('erasure_mark').where('found_on', '<', today).delete();
    },
    marksToErase: (today, after, limit) =>
      knex('erasure_mark')
        .where('erasure_mark.id', '>', after)
        .where((allowed) =>
          allowed
            .whereIn('office_id', knex('retention_setting').where({ automatic: 1 }).select('office_id'))
            .orWhere((nobodys) =>
              nobodys.whereNull('office_id').whereExists(knex('retention_setting').where({ automatic: 1 })),
            ),
        )
        .whereNotExists(
          knex('legal_hold')
            .whereRaw('legal_hold.establishment_id = erasure_mark.establishment_id')
            .where('until', '>=', today),
        )
        .orderBy('id')
        .limit(limit)
        .pluck('id'),

    holdOf: async (establishmentId) => {
      const row: HoldRow | undefined = await knex('legal_hold')
        .whereIn('establishment_id', await withMerged(knex, establishmentId))
        .orderBy('until', 'desc')
        .first();
      return row && holdFrom(row);
    },
    placeHold: async (hold) => {
      const columns = {
        office_id: hold.officeId,
        reason: hold.reason,
        until: hold.until,
        placed_by: hold.placedBy,
        placed_at: hold.placedAt,
      };
      await knex('legal_hold')
        .insert({ establishment_id: hold.establishmentId, ...columns })
        .onConflict('establishment_id')
        .merge(columns);
    },
    liftHold: async (establishmentId) =>
      (await knex('legal_hold').where({ establishment_id: establishmentId }).delete()) === 1,

    settingOf: (officeId) => settingWhere({ office_id: officeId }),
    firstAutomatic: () => settingWhere({ automatic: 1 }),
    saveSetting: async ({ officeId, automatic, changedBy, changedAt, version }) => {
      const columns = {
        automatic: toFlag(automatic),
        changed_by: changedBy,
        changed_at: changedAt,
        version: version + 1,
      };
      const saved =
        version === 0
          ? await knex('retention_setting')
              .insert({ office_id: officeId, ...columns })
              .onConflict('office_id')
              .ignore()
              .returning('office_id')
          : await knex('retention_setting')
              .where({ office_id: officeId, version })
              .update(columns)
              .returning('office_id');
      if (saved.length !== 1) throw new StaleRecord('retention', officeId);
    },

    nextNumber: async () => {
      const row = await knex('erasure_certificate').max({ last: 'number' }).first();
      return Number(row?.last ?? 0) + 1;
    },
    findCertificate: async (id) => {
      const row: CertificateRow | undefined = await knex('erasure_certificate').where({ id }).first();
      return row && certificateFrom(row);
    },
    certificateIds: () => knex('erasure_certificate').pluck('id'),
    certificateOf: async (officeId, numberHash) => {
      const row = await knex('erasure_certificate')
        .where({ office_id: officeId, number_hash: numberHash })
        .orderBy('number', 'desc')
        .first('id');
      return row?.id;
    },
    insertCertificate: async (certificate) => {
      await knex('erasure_certificate').insert(certificateRow(certificate));
    },

    insertNotice: async ({ id, certificateId, sealed }) => {
      await knex('erasure_notice').insert({ id, certificate_id: certificateId, sealed });
    },
    findNotice: async (id) => (await knex('erasure_notice').where({ id }).first('sealed'))?.sealed,
    forgetNotice: async (id) => {
      await knex('erasure_notice').where({ id }).delete();
    },
  };
}
