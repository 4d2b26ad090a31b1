import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Scope } from '#app/domain/permissions.ts';
import type { Release, Restriction } from '#app/domain/restriction.ts';
import { inScope } from './scope.ts';
import { StaleRecord } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  begun_on: string;
  verdict_id: string | null;
  released_on: string | null;
  released_by: string | null;
  release_reason: string | null;
  promised_on: string | null;
  spoken_to: string | null;
  release_channel: Release['channel'];
  transfer_id: string | null;
};

const releaseFrom = (row: Row): Release | null => {
  const { released_on: on, released_by: by, release_reason: reason } = row;
  if (on === null || by === null || reason === null) return null;
  return {
    on,
    by,
    reason,
    promisedOn: row.promised_on,
    spokenTo: row.spoken_to,
    channel: row.release_channel,
    transferId: row.transfer_id,
  };
};

export const restrictionFrom = (row: Row): Restriction => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  begunOn: row.begun_on,
  verdictId: row.verdict_id,
  released: releaseFrom(row),
});

const releaseColumns = (release: Release | null) => ({
  released_on: release?.on ?? null,
  released_by: release?.by ?? null,
  release_reason: release?.reason ?? null,
  promised_on: release?.promisedOn ?? null,
  spoken_to: release?.spokenTo ?? null,
  release_channel: release?.channel ?? null,
  transfer_id: release?.transferId ?? null,
});

export type RestrictionStore = {
  /** The database refuses a second open one of the same establishment. */
  insert(restriction: Restriction): Promise<void>;
  /** The restriction in force; undefined when there is none. */
  openOf(establishmentId: string): Promise<Restriction | undefined>;
  find(scope: Scope, id: string): Promise<Restriction | undefined>;
  /** The latest day that was promised at a release; until its end the establishment is not restricted again. */
  promisedOn(establishmentId: string): Promise<CalendarDate | null>;
  /** Throws StaleRecord when somebody has lifted it already. */
  release(id: string, release: Release): Promise<void>;
};

export function restrictionStore(knex: Knex): RestrictionStore {
  return {
    insert: async (restriction) => {
      await knex<Row>('restriction').insert({
        id: restriction.id,
        establishment_id: restriction.establishmentId,
        office_id: restriction.officeId,
        begun_on: restriction.begunOn,
        verdict_id: restriction.verdictId,
        ...releaseColumns(restriction.released),
      });
    },
    openOf: async (establishmentId) => {
      const row = await knex<Row>('restriction')
        .where({ establishment_id: establishmentId })
        .whereNull('released_on')
        .first();
      return row && restrictionFrom(row);
    },
    find: async (scope, id) => {
      const row = await knex<Row>('restriction').where({ id }).where(inScope(scope)).first();
      return row && restrictionFrom(row);
    },
    promisedOn: async (establishmentId) => {
      const row = await knex('restriction')
        .where({ establishment_id: establishmentId })
        .max({ day: 'promised_on' })
        .first();
      return row?.day ?? null;
    },
    release: async (id, release) => {
      const changed = await knex<Row>('restriction')
        .where({ id })
        .whereNull('released_on')
        .update(releaseColumns(release));
      if (changed !== 1) throw new StaleRecord('restriction', id);
    },
  };
}
