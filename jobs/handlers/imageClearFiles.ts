import { recordFileCheck } from '#app/procedures/image/recordFileCheck.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** A file is younger than this while the request that wrote it may still insert its row. */
const graceMs = 3_600_000;
const batch = 500;

/**
 * Both ways between rows and files: files without an image to show (of uploads that came to no row, of images that were
 * taken down or erased) are removed, images without a file are reported.
 */
export const imageClearFiles = ({
  perform,
  stores,
  shelf,
}: Pick<HandlerTools, 'perform' | 'stores' | 'shelf'>): Handler<'image.clearFiles'> => ({
  run: async (_payload, job, now) => {
    const ids = await shelf.olderThan(Date.parse(now) - graceMs);
    let removed = 0;
    for (let at = 0; at < ids.length; at += batch) {
      const some = ids.slice(at, at + batch);
      const shown = new Set(await stores.images.shownAmong(some));
      for (const id of some)
        if (!shown.has(id)) {
          await shelf.remove(id);
          removed += 1;
        }
    }
    await perform(
      recordFileCheck,
      { kind: 'system', job: 'image.clearFiles' },
      { removed, missing: await withoutFile({ stores, shelf }) },
      { requestId: job.id },
    );
    return { state: 'done' };
  },
});

/** Files are looked at after the rows: whoever uploads meanwhile writes the file first. */
async function withoutFile({ stores, shelf }: Pick<HandlerTools, 'stores' | 'shelf'>): Promise<string[]> {
  const shown: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; after = shown.at(-1)) {
    const page: string[] = await stores.images.shownAfter(after, batch);
    shown.push(...page);
    if (page.length < batch) break;
  }
  const files = new Set(await shelf.ids());
  return shown.filter((id) => !files.has(id));
}
