import type { PostedForm } from './context.ts';
import { textOfFile } from './textFile.server.ts';

/** The table of a form: of the chosen `file`, else as it was pasted into `csv`. null for a file in no known encoding. */
export async function csvTableOf({ raw }: PostedForm): Promise<string | null> {
  const file = raw.get('file');
  if (file !== null && typeof file !== 'string' && file.size > 0)
    return textOfFile(new Uint8Array(await file.arrayBuffer()));
  const pasted = raw.get('csv');
  return typeof pasted === 'string' ? pasted : '';
}
