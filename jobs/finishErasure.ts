import type { LedgerLine } from '#app/domain/retention.ts';
import type { HandlerTools } from './handlers/handler.ts';

/**
 * What follows an erasure once it is committed: the picture files, and the bytes in the log of the database.
 * @returns false while somebody reads in the log; to be tried again
 */
export async function finishErasure(
  { shelf, stores }: Pick<HandlerTools, 'shelf' | 'stores'>,
  pictures: readonly string[],
): Promise<boolean> {
  for (const id of pictures) await shelf.remove(id);
  return stores.erasures.clearLog();
}

/** Lines of the ledger by whom they are about, the first of each. */
export const firstLines = (lines: readonly LedgerLine[]): readonly LedgerLine[] => [
  ...new Map(
    lines.toReversed().map((line) => [`${line.subject.type}:${line.subject.id}`, line] as const),
  ).values(),
];
