import type { Knex } from 'knex';
import type { RuleChange, RuleChangeState } from '#app/domain/ruleChange.ts';
import { fromJson, toJson } from '../rows.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  rule_set: string;
  base_version: string;
  text: string;
  state: RuleChangeState;
  editors: string;
  reason: string | null;
  effective_from: string | null;
  new_version: string | null;
  note: string | null;
  created_by: string;
  created_at: string;
  updated_by: string;
  updated_at: string;
  submitted_by: string | null;
  submitted_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  version: number;
};

const recordFrom = (row: Row): RuleChange => ({
  id: row.id,
  ruleSet: row.rule_set,
  baseVersion: row.base_version,
  text: row.text,
  state: row.state,
  editors: fromJson(row.editors),
  reason: row.reason,
  effectiveFrom: row.effective_from,
  newVersion: row.new_version,
  note: row.note,
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  version: row.version,
});

const rowFrom = (change: RuleChange): Row => ({
  id: change.id,
  rule_set: change.ruleSet,
  base_version: change.baseVersion,
  text: change.text,
  state: change.state,
  editors: toJson(change.editors),
  reason: change.reason,
  effective_from: change.effectiveFrom,
  new_version: change.newVersion,
  note: change.note,
  created_by: change.createdBy,
  created_at: change.createdAt,
  updated_by: change.updatedBy,
  updated_at: change.updatedAt,
  submitted_by: change.submittedBy,
  submitted_at: change.submittedAt,
  decided_by: change.decidedBy,
  decided_at: change.decidedAt,
  version: change.version,
});

/** Changes of rule sets; they belong to the installation, not to one office. */
export type RuleChangeStore = {
  find(id: string): Promise<RuleChange | undefined>;
  insert(change: RuleChange): Promise<void>;
  /** Saves where the version is still `change.version`; throws StaleRecord otherwise. */
  update(change: RuleChange): Promise<void>;
};

export function ruleChangeStore(knex: Knex): RuleChangeStore {
  return {
    find: async (id) => {
      const row = await knex<Row>('rule_change').where({ id }).first();
      return row && recordFrom(row);
    },
    insert: async (change) => {
      await knex('rule_change').insert(rowFrom(change));
    },
    update: (change) => {
      const { id, version, ...columns } = rowFrom(change);
      return updateVersion(knex, 'rule_change', { id, version }, columns);
    },
  };
}
