import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LedgerLine } from '#app/domain/retention.ts';
import type { ErasureLedger } from '#app/procedures/erasureLedger.ts';

/** A line of the ledger that this installation has not signed: somebody else's, or changed. */
export class ForeignLedger extends Error {
  override name = 'ForeignLedger';
}

const macOf = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

const isSigned = (key: Uint8Array, text: string, mac: string): boolean => {
  const expected = Buffer.from(macOf(key, text));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
};

/** What stands before the mac of a line, and the mac; null of a line that a power cut has torn. */
const partsOf = (line: string): { text: string; mac: string } | null => {
  const found = /^(\{.*\})\t([0-9a-f]{64})$/.exec(line);
  return found && { text: found[1] ?? '', mac: found[2] ?? '' };
};

/**
 * One erasure a line: JSON, a tab and its HMAC. Lines are added and never changed. A line that a power cut has torn is
 * passed over, because its job has run again and has written it whole.
 *
 * @param file made with its folder when it is first written to
 * @param key of this installation
 */
export function openErasureLedger(file: string, key: Uint8Array): ErasureLedger {
  const read = (): Promise<string> =>
    readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    });
  return {
    /** @throws ForeignLedger */
    lines: async () =>
      (await read()).split('\n').flatMap((line, index): LedgerLine[] => {
        const parts = partsOf(line);
        if (parts === null) return [];
        if (!isSigned(key, parts.text, parts.mac))
          throw new ForeignLedger(
            `Line ${index + 1} of the erasure ledger is not signed by this installation.`,
          );
        return [JSON.parse(parts.text)];
      }),
    append: async (line) => {
      await mkdir(path.dirname(file), { recursive: true });
      const text = JSON.stringify(line);
      const before = await read();
      const begin = before === '' || before.endsWith('\n') ? '' : '\n';
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.writeFile(`${begin}${text}\t${macOf(key, text)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}
