import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';

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
  findByCode(code: string): Promise<Office | undefined>;
  all(): Promise<Office[]>;
  insert(office: Office): Promise<void>;
  /** Everything but its code, which numbers are made of. */
  update(office: Office): Promise<void>;
  /** As due dates count them: a day opened for placement only is not among the open ones. */
  daysOf(officeId: string): Promise<OfficeDays>;
  day(officeId: string, date: CalendarDate): Promise<OfficeDay | undefined>;
  /** The office's own days from `from` to `to`, both included, in order. */
  ownDays(officeId: string, from: CalendarDate, to: CalendarDate): Promise<OfficeDay[]>;
  /** Sets what the office does on a day of its own. */
  saveDay(officeId: string, day: OfficeDay): Promise<void>;
  /** Back to what the general rule says. */
  removeDay(officeId: string, date: CalendarDate): Promise<void>;
};

type DayRow = { date: CalendarDate; kind: 'open' | 'closed'; service: 'all' | 'placement'; reason: string };

const dayFrom = ({ date, kind, service, reason }: DayRow): OfficeDay => ({
  date,
  opening: kind === 'closed' ? 'closed' : service === 'placement' ? 'placement' : 'open',
  reason,
});

export function officeStore(knex: Knex): OfficeStore {
  return {
    find: (id) => knex<Office>('office').where({ id }).first(),
    findByCode: (code) => knex<Office>('office').where({ code }).first(),
    all: () => knex<Office>('office').orderBy('code'),
    insert: async (office) => {
      await knex('office').insert(office);
    },
    update: async ({ id, code: _, ...changed }) => {
      await knex('office').where({ id }).update(changed);
    },
    daysOf: async (officeId) => {
      const days = await knex('office_calendar_day')
        .where({ office_id: officeId, service: 'all' })
        .orderBy('date');
      const datesOf = (kind: string): string[] =>
        days.filter((day) => day.kind === kind).map((day) => day.date);
      return { extraOpen: datesOf('open'), extraClosed: datesOf('closed') };
    },
    day: async (officeId, date) => {
      const row: DayRow | undefined = await knex('office_calendar_day')
        .where({ office_id: officeId, date })
        .first();
      return row && dayFrom(row);
    },
    ownDays: async (officeId, from, to) => {
      const rows: DayRow[] = await knex('office_calendar_day')
        .where({ office_id: officeId })
        .whereBetween('date', [from, to])
        .orderBy('date');
      return rows.map(dayFrom);
    },
    saveDay: async (officeId, { date, opening, reason }) => {
      const kind = opening === 'closed' ? 'closed' : 'open';
      const service = opening === 'placement' ? 'placement' : 'all';
      await knex('office_calendar_day')
        .insert({ office_id: officeId, date, kind, service, reason })
        .onConflict(['office_id', 'date'])
        .merge({ kind, service, reason });
    },
    removeDay: async (officeId, date) => {
      await knex('office_calendar_day').where({ office_id: officeId, date }).delete();
    },
  };
}
