import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Lays compressed forms beside the scripts and style sheets of build/client: the server sends them to whoever takes them. */
const folder = path.resolve('build/client');
const smallest = 1_024;

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const file = path.join(folder, name);
  if (!/\.(?:js|css|svg)$/.test(name) || statSync(file).size < smallest) continue;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
