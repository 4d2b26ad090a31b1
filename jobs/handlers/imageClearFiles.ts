import type { Handler, HandlerTools } from './handler.ts';

/** A file is younger than this while the request that wrote it may still insert its row. */
const graceMs = 3_600_000;
const batch = 500;

/** Files without an image to show: of uploads that came to no row, and of images that were taken down. */
export const imageClearFiles = ({
  stores,
  shelf,
}: Pick<HandlerTools, 'stores' | 'shelf'>): Handler<'image.clearFiles'> => ({
  run: async (_payload, _job, now) => {
    const ids = await shelf.olderThan(Date.parse(now) - graceMs);
    for (let at = 0; at < ids.length; at += batch) {
      const some = ids.slice(at, at + batch);
      const shown = new Set(await stores.images.shownAmong(some));
      for (const id of some) if (!shown.has(id)) await shelf.remove(id);
    }
    return { state: 'done' };
  },
});
