import type { Knex } from 'knex';
import type { BackTest, BackTestRange, BackTestResult, BackTestState } from '#app/domain/backTest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Dialect } from '../connection.ts';
import { fromJson, toJson } from '../rows.ts';

type Row = {
  id: string;
  rule_set: string;
  draft_hash: string;
  draft_text: string;
  change_id: string | null;
  range: string;
  state: BackTestState;
  done: number;
  total: number | null;
  result: string | null;
  started_by: string;
  started_at: string;
  finished_at: string | null;
};

export const backTestFrom = (row: Row): BackTest => ({
  id: row.id,
  ruleSet: row.rule_set,
  draftHash: row.draft_hash,
  draftText: row.draft_text,
  changeId: row.change_id,
  range: fromJson<BackTestRange>(row.range),
  state: row.state,
  progress: { done: row.done, total: row.total },
  result: row.result === null ? null : fromJson<BackTestResult>(row.result),
  startedBy: row.started_by,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** 試し実行 against past decisions: at most one runs, the others wait in the order in which they were asked for. */
export type BackTestStore = {
  /** Nobody else begins or ends one before this transaction is over. */
  hold(): Promise<void>;
  /** Adds one that waits. */
  insert(test: Omit<BackTest, 'state' | 'progress' | 'result' | 'finishedAt'>): Promise<void>;
  find(id: string): Promise<BackTest | undefined>;
  /** Whether one runs. */
  oneRuns(): Promise<boolean>;
  firstWaiting(): Promise<BackTest | undefined>;
  /** From waiting to running; false when it is in another state by now. */
  begin(id: string): Promise<boolean>;
  /** How far it has come; false when it does not run any more. */
  advance(id: string, done: number, total: number): Promise<boolean>;
  /** The end of one that waits or runs; false when it had ended already. */
  end(
    id: string,
    state: 'done' | 'failed' | 'cancelled',
    now: Instant,
    result?: BackTestResult,
  ): Promise<boolean>;
};

/** The number of the lock on PostgreSQL; any that nothing else of ours takes. SQLite has one writer. */
const LOCK = 20260009;

export function backTestStore(knex: Knex, dialect: Dialect): BackTestStore {
  return {
    hold: async () => {
      if (dialect === 'postgres') await knex.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    },
    insert: async ({ id, ruleSet, draftHash, draftText, changeId, range, startedBy, startedAt }) => {
      await knex('back_test').insert({
        id,
        rule_set: ruleSet,
        draft_hash: draftHash,
        draft_text: draftText,
        change_id: changeId,
        range: toJson(range),
        state: 'waiting',
        done: 0,
        started_by: startedBy,
        started_at: startedAt,
      });
    },
    find: async (id) => {
      const row = await knex<Row>('back_test').where({ id }).first();
      return row && backTestFrom(row);
    },
    oneRuns: async () => (await knex('back_test').where({ state: 'running' }).first('id')) !== undefined,
    firstWaiting: async () => {
      const row = await knex<Row>('back_test')
        .where({ state: 'waiting' })
        .orderBy(['started_at', 'id'])
        .first();
      return row && backTestFrom(row);
    },
    begin: async (id) =>
      (await knex('back_test').where({ id, state: 'waiting' }).update({ state: 'running' })) === 1,
    advance: async (id, done, total) =>
      (await knex('back_test').where({ id, state: 'running' }).update({ done, total })) === 1,
    end: async (id, state, now, result) =>
      (await knex('back_test')
        .where({ id })
        .whereIn('state', ['waiting', 'running'])
        .update({
          state,
          finished_at: now,
          ...(result && { result: toJson(result), done: result.decisions, total: result.decisions }),
        })) === 1,
  };
}
