import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { stateGroups } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';

/** A 来庁期限 that still runs: nobody has come yet, and the posting is neither accepted nor ended. */
export type OpenDueDate = {
  postingId: string;
  version: number;
  dueDate: CalendarDate;
  /** The verdict that gave the day, with the facts and the calendar it was given on. */
  verdict: Verdict;
};

export type DueDateStore = {
  /** Those of an office from `from` to `to`, both included, the earliest first. */
  open(officeId: string, from: CalendarDate, to: CalendarDate): Promise<OpenDueDate[]>;
};

export function dueDateStore(knex: Knex): DueDateStore {
  return {
    open: async (officeId, from, to) => {
      const rows: { id: string; version: number; dueDate: string; verdict: string }[] = await knex('posting')
        .join('verdict', (on) =>
          on.on('verdict.subject_id', 'posting.id').andOn('verdict.due_date', 'posting.due_date'),
        )
        .where({ office_id: officeId, subject_type: 'posting', rule_set: 'eligibility/visit-required' })
        .whereIn('posting.state', [...stateGroups.awaited])
        .whereNull('visited_on')
        .whereBetween('posting.due_date', [from, to])
        .orderBy(['posting.due_date', 'posting.id', 'decided_at', 'verdict.id'])
        .select('posting.id', 'posting.version', 'posting.due_date as dueDate', 'verdict.verdict');
      // Several verdicts may name the same day; the latest is the one that stands.
      const latest = new Map(rows.map((row) => [row.id, row]));
      return [...latest.values()].map(({ id, version, dueDate, verdict }) => ({
        postingId: id,
        version,
        dueDate,
        verdict: fromJson<Verdict>(verdict),
      }));
    },
  };
}
