import type { LedgerLine } from '#app/domain/retention.ts';
import type { ErasureLedger } from '#app/procedures/erasureLedger.ts';

/** An erasure ledger in memory; the file has a test of its own. */
export function memoryLedger(): ErasureLedger {
  const lines: LedgerLine[] = [];
  return { lines: async () => lines, append: async (line) => void lines.push(line) };
}
