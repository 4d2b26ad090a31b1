import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';

/** 公共職業安定所 with what pages and prints show of it. */
export type Office = {
  id: string;
  /** Five digits; the first part of every posting number it issues. */
  code: string;
  name: string;
  phone: string;
  postal: string;
  address: string;
  prefecture: string;
};

/** The office's own days beside the national calendar. */
export type OfficeDays = { extraOpen: CalendarDate[]; extraClosed: CalendarDate[] };

export type OfficeStore = {
  find(id: string): Promise<Office | undefined>;
  all(): Promise<Office[]>;
  insert(office: Office): Promise<void>;
  insertDay(
    officeId: string,
    day: { date: CalendarDate; kind: 'open' | 'closed'; reason: string },
  ): Promise<void>;
  daysOf(officeId: string): Promise<OfficeDays>;
};

export function officeStore(knex: Knex): OfficeStore {
  return {
    find: (id) => knex<Office>('office').where({ id }).first(),
    all: () => knex<Office>('office').orderBy('code'),
    insert: async (office) => {
      await knex('office').insert(office);
    },
    insertDay: async (officeId, day) => {
      await knex('office_calendar_day').insert({ office_id: officeId, ...day });
    },
    daysOf: async (officeId) => {
      const days = await knex('office_calendar_day').where({ office_id: officeId }).orderBy('date');
      const datesOf = (kind: string): string[] =>
        days.filter((day) => day.kind === kind).map((day) => day.date);
      return { extraOpen: datesOf('open'), extraClosed: datesOf('closed') };
    },
  };
}
