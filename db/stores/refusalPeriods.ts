import type { Knex } from 'knex';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';

/** 求人不受理 of an establishment, and who recorded it. */
export type RecordedRefusalPeriod = RefusalPeriod & {
  id: string;
  establishmentId: string;
  recordedBy: string;
  recordedAt: string;
  version: number;
};

export type RefusalPeriodStore = {
  /** Every period of the establishment, those that are over included, the earliest first. */
  of(establishmentId: string): Promise<RefusalPeriod[]>;
  insert(period: RecordedRefusalPeriod): Promise<void>;
};

export function refusalPeriodStore(knex: Knex): RefusalPeriodStore {
  return {
    of: async (establishmentId) => {
      const rows = await knex('refusal_period')
        .where({ establishment_id: establishmentId })
        .orderBy(['begins_on', 'id'])
        .select('ground', 'begins_on', 'corrected_on', 'sent_or_published_on');
      return rows.map((row) => ({
        ground: row.ground,
        from: row.begins_on,
        correctedOn: row.corrected_on,
        sentOrPublishedOn: row.sent_or_published_on,
      }));
    },
    insert: async (period) => {
      await knex('refusal_period').insert({
        id: period.id,
        establishment_id: period.establishmentId,
        ground: period.ground,
        begins_on: period.from,
        corrected_on: period.correctedOn,
        sent_or_published_on: period.sentOrPublishedOn,
        recorded_by: period.recordedBy,
        recorded_at: period.recordedAt,
        version: period.version,
      });
    },
  };
}
