import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { BackTest, BackTestRange, BackTestState } from '#app/domain/backTest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { fromJson } from '../rows.ts';
import { backTestFrom } from '../stores/backTests.ts';
import { inScope } from '../stores/scope.ts';
import { type StoredVerdict, verdictStore } from '../stores/verdicts.ts';

/** The posting of a changed decision, for those within whose reach it is. */
export type CasePosting = { id: string; jobTitle: string | null };

export type BackTestView = {
  test: BackTest;
  startedBy: string;
  /** By verdict; a decision of another office is not in it. */
  postings: Readonly<Record<string, CasePosting>>;
};

const postingsIn = (knex: Knex, actor: StaffActor) =>
  knex('verdict')
    .join('posting', 'posting.id', 'verdict.subject_id')
    .where({ 'verdict.subject_type': 'posting' })
    .where(
      inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
    )
    .whereNot('posting.state', 'draft');

/**
 * One back-test. Its counts are those of the whole installation, which name nobody; only the changed decisions of the
 * reader's own office come with their postings.
 */
export async function backTestView(knex: Knex, actor: StaffActor, id: string): Promise<BackTestView | null> {
  const row = await knex('back_test')
    .join('staff', 'staff.id', 'back_test.started_by')
    .where({ 'back_test.id': id })
    .first('back_test.*', 'staff.name as started_by_name');
  if (row === undefined) return null;
  const test = backTestFrom(row);
  const ids = (test.result?.cases ?? []).map(({ verdictId }) => verdictId);
  const found: { verdict_id: string; id: string; job_title: string | null }[] = await postingsIn(knex, actor)
    .whereIn('verdict.id', ids)
    .select('verdict.id as verdict_id', 'posting.id', 'posting.job_title');
  return {
    test,
    startedBy: row.started_by_name,
    postings: Object.fromEntries(
      found.map((one) => [one.verdict_id, { id: one.id, jobTitle: one.job_title }]),
    ),
  };
}

/** A stored decision of the reader's office beside a back-test of the same rule set; null for any other. */
export async function backTestCase(
  knex: Knex,
  actor: StaffActor,
  id: string,
  verdictId: string,
): Promise<{ test: BackTest; stored: StoredVerdict; posting: CasePosting } | null> {
  const row = await knex('back_test').where({ id }).first();
  if (row === undefined) return null;
  const test = backTestFrom(row);
  const posting = await postingsIn(knex, actor)
    .where({ 'verdict.id': verdictId, 'verdict.rule_set': test.ruleSet })
    .first('posting.id', 'posting.job_title');
  const stored = posting && (await verdictStore(knex).find(verdictId));
  return stored ? { test, stored, posting: { id: posting.id, jobTitle: posting.job_title } } : null;
}

export type ListedBackTest = {
  id: string;
  startedAt: Instant;
  startedBy: string;
  range: BackTestRange;
  state: BackTestState;
};

const SHOWN = 10;

/** The latest back-tests of a rule set, at whatever office they were started. */
export async function backTestsOf(
  knex: Knex,
  _actor: StaffActor,
  ruleSet: string,
): Promise<readonly ListedBackTest[]> {
  const rows = await knex('back_test')
    .join('staff', 'staff.id', 'back_test.started_by')
    .where({ 'back_test.rule_set': ruleSet })
    .orderBy([
      { column: 'back_test.started_at', order: 'desc' },
      { column: 'back_test.id', order: 'desc' },
    ])
    .limit(SHOWN)
    .select('back_test.id', 'back_test.started_at', 'back_test.range', 'back_test.state', 'staff.name');
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    startedBy: row.name,
    range: fromJson<BackTestRange>(row.range),
    state: row.state,
  }));
}
