import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { RuleChange, RuleChangeState } from '#app/domain/ruleChange.ts';
import type { ShelvedVersion } from '#app/domain/ruleVersion.ts';
import { ruleChangeStore } from '../stores/ruleChanges.ts';
import { ruleVersionStore } from '../stores/ruleVersions.ts';
import { toCount } from './page.ts';

export type ListedRuleChange = {
  id: string;
  ruleSet: string;
  baseVersion: string;
  newVersion: string | null;
  state: RuleChangeState;
  effectiveFrom: CalendarDate | null;
  updatedBy: string;
  updatedAt: Instant;
};

/** Open states first, in the order in which somebody has to do something. */
const order: readonly RuleChangeState[] = [
  'urgent',
  'submitted',
  'draft',
  'released',
  'revoked',
  'cancelled',
  'withdrawn',
];

const LISTED = 200;

/** Changes of rule sets, what is open first, then the latest; of one rule set or of all. */
export async function ruleChanges(
  knex: Knex,
  _actor: StaffActor,
  { ruleSet }: { ruleSet: string | null },
): Promise<readonly ListedRuleChange[]> {
  const query = knex('rule_change')
    .leftJoin('staff', 'staff.id', 'rule_change.updated_by')
    .orderBy('rule_change.updated_at', 'desc')
    .limit(LISTED)
    .select({
      id: 'rule_change.id',
      ruleSet: 'rule_change.rule_set',
      baseVersion: 'rule_change.base_version',
      newVersion: 'rule_change.new_version',
      state: 'rule_change.state',
      effectiveFrom: 'rule_change.effective_from',
      updatedBy: 'rule_change.updated_by',
      updatedAt: 'rule_change.updated_at',
      name: 'staff.name',
    });
  if (ruleSet !== null) query.where('rule_change.rule_set', ruleSet);
  const rows: (ListedRuleChange & { name: string | null })[] = await query;
  return rows
    .map(({ name, ...row }) => ({ ...row, updatedBy: name ?? row.updatedBy }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

export type ShownRuleChange = RuleChange & {
  /** Names by the ids that stand in the change; whoever is not staff is not among them. */
  names: Readonly<Record<string, string>>;
  versions: readonly ShelvedVersion[];
  baseText: string | null;
};

/** One change with the names of its people, and the versions of its set. */
export async function ruleChange(
  knex: Knex,
  _actor: StaffActor,
  id: string,
): Promise<ShownRuleChange | undefined> {
  const change = await ruleChangeStore(knex).find(id);
  if (change === undefined) return undefined;
  const people = [
    ...change.editors,
    change.createdBy,
    change.updatedBy,
    change.submittedBy,
    change.decidedBy,
  ];
  const named: { id: string; name: string }[] = await knex('staff')
    .whereIn('id', [...new Set(people.filter((one) => one !== null))])
    .select('id', 'name');
  const versions = ruleVersionStore(knex);
  return {
    ...change,
    names: Object.fromEntries(named.map((one) => [one.id, one.name])),
    versions: (await versions.names()).filter(({ ruleSet }) => ruleSet === change.ruleSet),
    baseText: (await versions.find(change.ruleSet, change.baseVersion))?.text ?? null,
  };
}

/** The text of a change as it stands; null when there is none of that id. */
export const ruleChangeText = async (knex: Knex, _actor: StaffActor, id: string): Promise<string | null> =>
  (await ruleChangeStore(knex).find(id))?.text ?? null;

/** Versions of every rule set, for the list: what is scheduled, what came last. */
export const ruleVersions = (knex: Knex, _actor: StaffActor): Promise<readonly ShelvedVersion[]> =>
  ruleVersionStore(knex).names();

/** How many changes were released urgently and are not approved yet. */
export async function urgentRuleChanges(knex: Knex, _actor: StaffActor): Promise<number> {
  const [row] = await knex('rule_change').where({ state: 'urgent' }).count('* as count');
  return toCount(row?.count);
}

/** How often each rule has applied in stored verdicts since an instant, by `rule set` and rule; all offices together. */
export async function firedRules(
  knex: Knex,
  _actor: StaffActor,
  since: Instant,
): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const isPostgres = knex.client.config.client === 'pg';
  const answer = isPostgres
    ? await knex.raw(
        `select rule_set, reason ->> 'rule' as rule, count(*) as fired
           from verdict, json_array_elements(verdict.verdict::json -> 'reasons') as reason
          where decided_at >= ? group by 1, 2`,
        [since],
      )
    : await knex.raw(
        `select rule_set, json_extract(reason.value, '$.rule') as rule, count(*) as fired
           from verdict, json_each(verdict.verdict, '$.reasons') as reason
          where decided_at >= ? group by 1, 2`,
        [since],
      );
  const rows: { rule_set: string; rule: string; fired: unknown }[] = isPostgres ? answer.rows : answer;
  const counts: Record<string, Record<string, number>> = {};
  for (const { rule_set, rule, fired } of rows) {
    const ofSet = counts[rule_set] ?? {};
    ofSet[rule] = toCount(fired);
    counts[rule_set] = ofSet;
  }
  return counts;
}
