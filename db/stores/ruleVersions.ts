import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { RuleVersion, ShelvedVersion } from '#app/domain/ruleVersion.ts';

/** The rule versions that were good once. Rows are only added; the database refuses to change or remove one. */
export type RuleVersionStore = {
  /** Every version without its text. */
  names(): Promise<ShelvedVersion[]>;
  find(ruleSet: string, version: string): Promise<RuleVersion | undefined>;
  /** Adds a version; one of that number which is there already stays as it is. */
  keep(version: RuleVersion): Promise<void>;
  /** From here on the version never comes into force; it stays known. */
  cancel(name: { ruleSet: string; version: string }, at: Instant): Promise<void>;
};

export function ruleVersionStore(knex: Knex): RuleVersionStore {
  return {
    names: async () => {
      const rows = await knex('rule_version')
        .leftJoin('rule_version_cancelled as cancelled', (on) =>
          on
            .on('cancelled.rule_set', 'rule_version.rule_set')
            .andOn('cancelled.version', 'rule_version.version'),
        )
        .select({
          ruleSet: 'rule_version.rule_set',
          version: 'rule_version.version',
          hash: 'rule_version.hash',
          effectiveFrom: 'rule_version.effective_from',
          origin: 'rule_version.origin',
          firstSeenAt: 'rule_version.first_seen_at',
          cancelledAt: 'cancelled.cancelled_at',
        })
        .orderBy(['rule_version.rule_set', 'rule_version.version']);
      return rows.map(({ cancelledAt, ...row }) => ({ ...row, cancelled: cancelledAt !== null }));
    },
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
    cancel: async ({ ruleSet, version }, at) => {
      await knex('rule_version_cancelled').insert({ rule_set: ruleSet, version, cancelled_at: at });
    },
  };
}
