import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { draftsAbout } from './decisionDrafts.ts';
import { checksAbout } from './extraChecks.ts';
import { handOverOf } from './handOver.ts';
import { holdsOf } from './holds.ts';
import { notesAbout } from './staffNotes.ts';

/** What stands around one posting on the desk of the person who reviews it. */
export async function reviewDesk(
  knex: Knex,
  actor: StaffActor,
  { id: postingId, establishmentId }: { id: string; establishmentId: string },
  now: Instant,
  today: CalendarDate,
) {
  const subject = { establishmentId, postingId };
  return {
    hold: (await holdsOf(knex, actor, [postingId], today))[postingId] ?? null,
    handOver: await handOverOf(knex, actor, postingId, now),
    checks: await checksAbout(knex, actor, subject),
    notes: await notesAbout(knex, actor, subject),
    drafts: await draftsAbout(knex, actor, postingId),
  };
}
