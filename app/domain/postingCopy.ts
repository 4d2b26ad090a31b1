import type { Instant } from './clock.ts';
import { type PostingContent, type PostingState, stateGroups } from './posting.ts';

/** Something of a past posting that the form of today does not take: a field, or a choice of it. */
export type LeftOut = { field: string; value: string };

/** 転用: a draft begun with the content of an earlier posting. */
export type PostingCopy = {
  postingId: string;
  sourceId: string;
  /** Values that were carried over and have to be confirmed, by field. */
  carried: PostingContent;
  leftOut: readonly LeftOut[];
  copiedAt: Instant;
};

/** Among what an employer confirms when handing in: everything carried over was looked at. Beside the ids of rules. */
export const COPY_CONFIRMED = 'copied-content';

const usable: readonly PostingState[] = [...stateGroups.valid, ...stateGroups.ended];

/** Whether a posting can be used for a new one: the counter has settled it, one way or the other. */
export const canBeCopied = (state: PostingState): boolean => usable.includes(state);
export const copyableStates = usable;

/** The fields that still say what was carried over. */
export const stillAsCopied = (
  { carried }: Pick<PostingCopy, 'carried'>,
  content: PostingContent,
): readonly string[] =>
  Object.keys(carried).filter(
    (field) => JSON.stringify(content[field] ?? null) === JSON.stringify(carried[field] ?? null),
  );
