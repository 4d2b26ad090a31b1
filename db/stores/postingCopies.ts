import type { Knex } from 'knex';
import type { PostingCopy } from '#app/domain/postingCopy.ts';
import { fromJson, toJson } from '../rows.ts';

export type PostingCopyStore = {
  insert(copy: PostingCopy): Promise<void>;
  /** What the posting was copied from; undefined for one that was typed in. The caller has found it within reach. */
  find(postingId: string): Promise<PostingCopy | undefined>;
};

export function postingCopyStore(knex: Knex): PostingCopyStore {
  return {
    insert: async ({ postingId, sourceId, carried, leftOut, copiedAt }) => {
      await knex('posting_copy').insert({
        posting_id: postingId,
        source_id: sourceId,
        carried: toJson(carried),
        left_out: toJson(leftOut),
        copied_at: copiedAt,
      });
    },
    find: async (postingId) => {
      const row = await knex('posting_copy').where({ posting_id: postingId }).first();
      return (
        row && {
          postingId: row.posting_id,
          sourceId: row.source_id,
          carried: fromJson(row.carried),
          leftOut: fromJson(row.left_out),
          copiedAt: row.copied_at,
        }
      );
    },
  };
}
