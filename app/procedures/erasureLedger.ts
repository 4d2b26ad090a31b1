import type { LedgerLine } from '#app/domain/retention.ts';

/**
 * Who was erased, in opaque ids, kept apart from the database: a backup that is restored holds people who were erased
 * since it was made, and this is what says so.
 */
export type ErasureLedger = {
  /** In the order of their writing; the same erasure may stand there twice. */
  lines(): Promise<readonly LedgerLine[]>;
  /** On the disk before it returns. */
  append(line: LedgerLine): Promise<void>;
};
