import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Training } from '#app/domain/training.ts';
import { fromFlag } from '../rows.ts';

type Row = {
  id: number;
  offset_seconds: number;
  goal_from: string | null;
  goal: string | null;
  reset_asked: number;
  resets: number;
  began_at: string;
};

/** The mark of a training database and its clock: one row there, none anywhere else. */
export type TrainingStore = {
  find(): Promise<Training | undefined>;
  /** Marks the database; to be done once, in an empty one. `beganAt` is the moment its invented data end. */
  mark(beganAt: Instant): Promise<void>;
  /** How far the clock is ahead of the real one, and every session with it by as much as it moves. */
  setOffset(seconds: number, movedMs: number): Promise<void>;
  setGoal(from: CalendarDate, goal: CalendarDate): Promise<void>;
  clearGoal(): Promise<void>;
  askReset(): Promise<void>;
  /** The data are those of the beginning again. */
  wentBack(): Promise<void>;
};

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

export function trainingStore(knex: Knex): TrainingStore {
  const row = () => knex<Row>('training').where({ id: 1 });
  return {
    find: async () => {
      const found = await row().first();
      return (
        found && {
          offsetSeconds: found.offset_seconds,
          goal: found.goal === null ? null : { from: found.goal_from ?? found.goal, to: found.goal },
          resetAsked: fromFlag(found.reset_asked),
          resets: found.resets,
          beganAt: found.began_at,
        }
      );
    },
    mark: async (beganAt) => {
      await knex('training').insert({
        id: 1,
        offset_seconds: 0,
        reset_asked: 0,
        resets: 0,
        began_at: beganAt,
      });
    },
    setOffset: async (seconds, movedMs) => {
      await row().update({ offset_seconds: seconds });
      const sessions = await knex('session').select('id_hash', 'created_at', 'seen_at');
      for (const session of sessions)
        await knex('session')
          .where({ id_hash: session.id_hash })
          .update({
            created_at: later(session.created_at, movedMs),
            seen_at: later(session.seen_at, movedMs),
          });
    },
    setGoal: async (from, goal) => {
      await row().update({ goal_from: from, goal });
    },
    clearGoal: async () => {
      await row().update({ goal_from: null, goal: null });
    },
    askReset: async () => {
      await row().update({ goal_from: null, goal: null, reset_asked: 1 });
    },
    wentBack: async () => {
      await row().update({ goal_from: null, goal: null, reset_asked: 0, resets: knex.raw('resets + 1') });
    },
  };
}
