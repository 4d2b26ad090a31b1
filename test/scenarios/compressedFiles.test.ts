import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '#test/support/server.ts';

describe('Scripts and style sheets', () => {
  let server: RunningServer;
  let folder: string;
  let script: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-files-'));
    server = await startServer({ DATA_DIR: folder });
    const names = await readdir('build/client/assets');
    script = names.find((name) => /^manifest-.*\.js$/.test(name)) ?? '';
  }, 90_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asked = (encoding: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const address = `${server.origin}/assets/${script}`;
      request(address, { headers: { 'accept-encoding': encoding } }, async (answer) => {
        const parts: Buffer[] = [];
        for await (const part of answer) parts.push(part);
        resolve({ headers: answer.headers, body: Buffer.concat(parts) });
      })
        .on('error', reject)
        .end();
    });

  test('travel in the smallest form that the browser takes, and are kept for good', async () => {
    const plain = await readFile(`build/client/assets/${script}`);
    const [brotli, gzip, none] = [
      await asked('gzip, deflate, br'),
      await asked('gzip'),
      await asked('identity'),
    ];
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(none.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(brotli.body)).toEqual(plain);
    expect(gunzipSync(gzip.body)).toEqual(plain);
    expect(none.body).toEqual(plain);
    expect(brotli.body.length).toBeLessThan(plain.length / 4);
    for (const { headers } of [brotli, gzip, none]) {
      expect(headers['content-type']).toMatch(/javascript/);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers.vary).toMatch(/accept-encoding/i);
    }
  });
});
