import type { Knex } from 'knex';
import type { RuleVersion, RuleVersionName } from '#app/domain/ruleVersion.ts';

/** The rule versions that were good once. Rows are only added; the database refuses to change or remove one. */
export type RuleVersionStore = {
  /** Every version without its text. */
  names(): Promise<RuleVersionName[]>;
  find(ruleSet: string, version: string): Promise<RuleVersion | undefined>;
  /** Adds a version; one of that number which is there already stays as it is. */
  keep(version: RuleVersion): Promise<void>;
};

export function ruleVersionStore(knex: Knex): RuleVersionStore {
  return {
    names: () =>
      knex('rule_version')
        .select({ ruleSet: 'rule_set', version: 'version', hash: 'hash' })
        .orderBy(['rule_set', 'version']),
    find: async (ruleSet, version) => {
      const row = await knex('rule_version').where({ rule_set: ruleSet, version }).first();
      return (
        row && {
          ruleSet,
          version,
          hash: row.hash,
          effectiveFrom: row.effective_from,
          effectiveTo: row.effective_to,
          text: row.text,
          origin: row.origin,
          firstSeenAt: row.first_seen_at,
        }
      );
    },
    keep: async ({ ruleSet, version, hash, effectiveFrom, effectiveTo, text, origin, firstSeenAt }) => {
      await knex('rule_version')
        .insert({
          rule_set: ruleSet,
          version,
          hash,
          effective_from: effectiveFrom,
          effective_to: effectiveTo,
          text,
          origin,
          first_seen_at: firstSeenAt,
        })
        .onConflict(['rule_set', 'version'])
        .ignore();
    },
  };
}
