import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** Missing ones that are named one by one; beyond them they are only counted. */
const mostNamed = 50;

/** What the night has found between images and their files; it stands on the page of 消去. */
export const recordFileCheck = defineProcedure<{ removed: number; missing: readonly string[] }, null>({
  name: 'image.recordFileCheck',
  permission: 'image.checkFiles',
  input: object({
    removed: { type: 'integer', minimum: 0 },
    missing: { type: 'array', items: recordId },
  }),
  audit: 'image.filesChecked',

  async run({ today, record }, { removed, missing }) {
    record({
      subject: { type: 'files', id: today },
      detail: { removed, missing: missing.length, images: missing.slice(0, mostNamed) },
    });
    return done(null);
  },
});
