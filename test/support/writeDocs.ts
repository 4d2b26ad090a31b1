import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generatedPages } from './docs/index.ts';
import { performancePage } from './docs/performance.ts';

/** `npm run docs`: writes docs/generated and docs/performance.md anew. A test compares them with the code and the last run. */
const folder = path.resolve('docs/generated');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(await generatedPages())) {
  await writeFile(path.join(folder, name), text);
  console.log(`docs/generated/${name}`);
}
await writeFile(path.resolve('docs/performance.md'), performancePage());
console.log('docs/performance.md');
