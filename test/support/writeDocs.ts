import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generatedPages } from './docs/index.ts';

/** `npm run docs`: writes docs/generated anew. A test compares it with the code. */
const folder = path.resolve('docs/generated');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(await generatedPages())) {
  await writeFile(path.join(folder, name), text);
  console.log(`docs/generated/${name}`);
}
