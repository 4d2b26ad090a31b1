import type { Knex } from 'knex';
import type { ComplaintOutcome, ComplaintTopic, MismatchComplaint } from '#app/domain/mismatchComplaint.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { fromJson, toJson } from '../rows.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  posting_id: string | null;
  received_on: string;
  topics: string;
  description: string;
  holds_referrals: number;
  received_by: string;
  received_at: string;
  outcome: ComplaintOutcome | null;
  outcome_note: string | null;
  settled_on: string | null;
  settled_by: string | null;
  version: number;
};

export const complaintFrom = (row: Row): MismatchComplaint => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  postingId: row.posting_id,
  receivedOn: row.received_on,
  topics: fromJson<ComplaintTopic[]>(row.topics),
  description: row.description,
  holdsReferrals: row.holds_referrals === 1,
  receivedBy: row.received_by,
  receivedAt: row.received_at,
  settled:
    row.outcome === null || row.settled_on === null || row.settled_by === null
      ? null
      : { outcome: row.outcome, note: row.outcome_note ?? '', on: row.settled_on, by: row.settled_by },
  version: row.version,
});

/** What may still change of a complaint once it is received. */
const openColumns = ({ holdsReferrals, settled }: MismatchComplaint) => ({
  holds_referrals: holdsReferrals ? 1 : 0,
  outcome: settled?.outcome ?? null,
  outcome_note: settled?.note ?? null,
  settled_on: settled?.on ?? null,
  settled_by: settled?.by ?? null,
});

export type MismatchComplaintStore = {
  find(scope: Scope, id: string): Promise<MismatchComplaint | undefined>;
  insert(complaint: MismatchComplaint): Promise<void>;
  /** Its hold and its outcome, where the version is still the one read; throws StaleRecord otherwise. */
  update(complaint: MismatchComplaint): Promise<void>;
  /** How many complaints about the establishment are open. */
  countOpen(establishmentId: string): Promise<number>;
  /** Whether an open complaint holds referrals to the posting. */
  holds(postingId: string): Promise<boolean>;
};

export function mismatchComplaintStore(knex: Knex): MismatchComplaintStore {
  return {
    find: async (scope, id) => {
      const row: Row | undefined = await knex('mismatch_complaint')
        .where({ id })
        .where(inScope(scope))
        .first();
      return row && complaintFrom(row);
    },
    insert: async (complaint) => {
      await knex('mismatch_complaint').insert({
        id: complaint.id,
        establishment_id: complaint.establishmentId,
        office_id: complaint.officeId,
        posting_id: complaint.postingId,
        received_on: complaint.receivedOn,
        topics: toJson(complaint.topics),
        description: complaint.description,
        received_by: complaint.receivedBy,
        received_at: complaint.receivedAt,
        version: complaint.version,
        ...openColumns(complaint),
      });
    },
    update: (complaint) => updateVersion(knex, 'mismatch_complaint', complaint, openColumns(complaint)),
    countOpen: async (establishmentId) => {
      const [counted] = await knex('mismatch_complaint')
        .where({ establishment_id: establishmentId, settled_on: null })
        .count('* as total');
      return Number(counted?.total ?? 0);
    },
    holds: async (postingId) =>
      (await knex('mismatch_complaint')
        .where({ posting_id: postingId, settled_on: null, holds_referrals: 1 })
        .first('id')) !== undefined,
  };
}
