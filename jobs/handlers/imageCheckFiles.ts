import { recordFileCheck } from '#app/procedures/image/recordFileCheck.ts';
import type { HandlerTools } from './handler.ts';
import { sweep } from './sweep.ts';

/** A file is younger than this while the request that wrote it may still insert its row. */
const graceMs = 3_600_000;
const batchSize = 500;

/**
 * Both ways between rows and files: files without an image to show (of uploads that came to no row, of images that were
 * taken down or erased) are removed, images without a file are reported. In one piece, because what it reports is about
 * all files of one moment.
 */
export const imageCheckFiles = (tools: HandlerTools) =>
  sweep(tools, 'image.checkFiles', ({ now, perform }) => [
    {
      key: 'files',
      batch: async () => {
        const lookedAt = (await tools.shelf.ids()).length;
        const removed = await removeStray(tools, Date.parse(now) - graceMs);
        const missing = await withoutFile(tools);
        await perform(recordFileCheck, { removed, missing });
        const counts = { lookedAt, actedOn: removed, skipped: lookedAt - removed, failed: 0 };
        return { counts, next: null, failures: [] };
      },
    },
  ]);

type Files = Pick<HandlerTools, 'stores' | 'shelf'>;

async function removeStray({ stores, shelf }: Files, before: number): Promise<number> {
  const ids = await shelf.olderThan(before);
  let removed = 0;
  for (let at = 0; at < ids.length; at += batchSize) {
    const some = ids.slice(at, at + batchSize);
    const shown = new Set(await stores.images.shownAmong(some));
    for (const id of some)
      if (!shown.has(id)) {
        await shelf.remove(id);
        removed += 1;
      }
  }
  return removed;
}

/** Files are looked at after the rows: whoever uploads meanwhile writes the file first. */
async function withoutFile({ stores, shelf }: Files): Promise<string[]> {
  const shown: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; after = shown.at(-1)) {
    const page: string[] = await stores.images.shownAfter(after, batchSize);
    shown.push(...page);
    if (page.length < batchSize) break;
  }
  const files = new Set(await shelf.ids());
  return shown.filter((id) => !files.has(id));
}
