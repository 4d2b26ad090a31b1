import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { RuleVersionOrigin } from '#app/domain/ruleVersion.ts';
import { ruleVersionStore } from '../stores/ruleVersions.ts';

/** Where the versions of a rule set come from, by their number: rule sets hold at every office. */
export async function ruleVersionOrigins(
  knex: Knex,
  _actor: StaffActor,
  ruleSet: string,
): Promise<Readonly<Record<string, RuleVersionOrigin>>> {
  const rows: { version: string; origin: RuleVersionOrigin }[] = await knex('rule_version')
    .where({ rule_set: ruleSet })
    .select('version', 'origin');
  return Object.fromEntries(rows.map(({ version, origin }) => [version, origin]));
}

/** The text of a version as it was kept, a byte order mark included; null when there is none. */
export async function ruleVersionText(
  knex: Knex,
  _actor: StaffActor,
  ruleSet: string,
  version: string,
): Promise<string | null> {
  return (await ruleVersionStore(knex).find(ruleSet, version))?.text ?? null;
}
