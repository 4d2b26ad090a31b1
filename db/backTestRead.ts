import type { Knex } from 'knex';
import type { BackTest, BackTestResult } from '#app/domain/backTest.ts';
import { collectorOf, type PastDecision } from '#rules/backTest/collect.ts';
import { loadDraft } from '#rules/backTest/draft.ts';
import { situationKind } from '#rules/situations/index.ts';

/** What a back-test is told. */
export type BackTestOrders = Pick<BackTest, 'ruleSet' | 'draftText' | 'range'>;

/** Decisions read and judged at a time; memory holds one page. */
const PAGE = 5_000;

type Row = { verdict_id: string; as_of: string; outcome: string; facts: string; rules: string };

const pastFrom = (row: Row): PastDecision => ({
  id: row.verdict_id,
  asOf: row.as_of,
  outcome: row.outcome,
  facts: JSON.parse(row.facts),
  rules: row.rules,
});

/** The stored decisions of the range, in no order yet. The last ones are those of the latest days. */
function decisionsOf(knex: Knex, { ruleSet, range }: BackTestOrders): Knex.QueryBuilder {
  const all = () => knex('verdict_case').where({ rule_set: ruleSet });
  switch (range.kind) {
    case 'all':
      return all();
    case 'days':
      return all().whereBetween('as_of', [range.from, range.to]);
    case 'last': {
      const latest = [
        { column: 'as_of', order: 'desc' },
        { column: 'verdict_id', order: 'desc' },
      ];
      return all().whereIn('verdict_id', all().orderBy(latest).limit(range.count).select('verdict_id'));
    }
  }
}

/**
 * Judges the stored decisions of a range under a draft, page after page, each read while the one before is judged.
 * `told` hears how far it has come after each page; null when it answers that nobody wants to know any more.
 *
 * @throws Error when the draft cannot be read, or judges no situations.
 */
export async function backTest(
  knex: Knex,
  orders: BackTestOrders,
  told: (done: number, total: number) => boolean,
): Promise<BackTestResult | null> {
  const loaded = await loadDraft(orders.ruleSet, orders.draftText);
  const kind = loaded.ok ? situationKind(loaded.ruleSet.id) : undefined;
  if (!loaded.ok || kind === undefined) throw new Error(`no draft of ${orders.ruleSet} to judge with`);
  const collector = collectorOf(loaded.ruleSet, kind);
  const decisions = () => decisionsOf(knex, orders);
  const [counted] = await decisions().count('* as total');
  const total = Number(counted?.total ?? 0);

  const read = (after: string): Promise<Row[]> =>
    decisions()
      .where('verdict_id', '>', after)
      .orderBy('verdict_id')
      .limit(PAGE)
      .select('verdict_id', 'as_of', 'outcome', 'facts', 'rules')
      .then((rows: Row[]) => rows);
  let done = 0;
  let page = await read('');
  while (page.length > 0) {
    const next = page.length < PAGE ? Promise.resolve([]) : read(page.at(-1)?.verdict_id ?? '');
    collector.add(page.map(pastFrom));
    done += page.length;
    page = await next;
    if (!told(done, total)) return null;
  }
  return collector.result();
}
