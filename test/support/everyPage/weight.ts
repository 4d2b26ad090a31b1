import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ServedPage } from './walk.ts';

const sizes = new Map<string, number>();

/** Bytes of a built file, compressed as app/compress.mjs lays it beside it. */
function sizeOf(file: string): number {
  const known =
    sizes.get(file) ?? gzipSync(readFileSync(path.join('build/client', file)), { level: 9 }).length;
  sizes.set(file, known);
  return known;
}

const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + sizeOf(file), 0);

/** What a page makes a browser load, in compressed bytes. */
export function weightOf({ html }: Pick<ServedPage, 'html'>): { script: number; style: number } {
  const files = [...new Set([...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css)\b/g)].map(([file]) => file))];
  return {
    script: total(files.filter((file) => file.endsWith('.js'))),
    style: total(files.filter((file) => file.endsWith('.css'))),
  };
}
