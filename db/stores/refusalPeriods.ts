import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Scope } from '#app/domain/permissions.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

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
  find(scope: Scope, id: string): Promise<RecordedRefusalPeriod | undefined>;
  insert(period: RecordedRefusalPeriod): Promise<void>;
  /** The day it was put right, where the version is still the one read; throws StaleRecord otherwise. */
  correct(period: Pick<RecordedRefusalPeriod, 'id' | 'version'>, on: CalendarDate): Promise<void>;
};

type Row = {
  id: string;
  establishment_id: string;
  ground: RefusalPeriod['ground'];
  begins_on: string;
  corrected_on: string | null;
  sent_or_published_on: string | null;
  recorded_by: string;
  recorded_at: string;
  version: number;
};

export const refusalPeriodFrom = (row: Row): RecordedRefusalPeriod => ({
  id: row.id,
  establishmentId: row.establishment_id,
  ground: row.ground,
  from: row.begins_on,
  correctedOn: row.corrected_on,
  sentOrPublishedOn: row.sent_or_published_on,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  version: row.version,
});

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
    find: async (scope, id) => {
      const row: Row | undefined = await knex('refusal_period')
        .join('establishment', 'establishment.id', 'refusal_period.establishment_id')
        .where({ 'refusal_period.id': id })
        .where(inScope(scope, { office: 'establishment.office_id', establishment: 'establishment.id' }))
        .first('refusal_period.*');
      return row && refusalPeriodFrom(row);
    },
    correct: (period, on) => updateVersion(knex, 'refusal_period', period, { corrected_on: on }),
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
