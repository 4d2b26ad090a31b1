import type { Knex } from 'knex';

/** What another system calls a job seeker of ours. */
export type PartnerSeeker = { partnerId: string; reference: string; seekerId: string };

export type PartnerSeekerStore = {
  /** The seeker whom a partner calls by this number of its own. */
  seekerOf(partnerId: string, reference: string): Promise<string | undefined>;
  /** By which number of its own a partner calls a seeker. */
  referenceOf(partnerId: string, seekerId: string): Promise<string | undefined>;
  /** False where the number, or the seeker, has got its counterpart meanwhile. */
  insert(link: PartnerSeeker): Promise<boolean>;
};

export function partnerSeekerStore(knex: Knex): PartnerSeekerStore {
  const table = () => knex('partner_seeker');
  return {
    seekerOf: async (partnerId, reference) =>
      (await table().where({ partner_id: partnerId, reference }).first('seeker_id'))?.seeker_id,
    referenceOf: async (partnerId, seekerId) =>
      (await table().where({ partner_id: partnerId, seeker_id: seekerId }).first('reference'))?.reference,
    insert: async ({ partnerId, reference, seekerId }) => {
      const inserted = await table()
        .insert({ partner_id: partnerId, reference, seeker_id: seekerId })
        .onConflict()
        .ignore()
        .returning('reference');
      return inserted.length === 1;
    },
  };
}
