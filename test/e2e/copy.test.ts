import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from '#test/support/installation.ts';
import { startServer } from '#test/support/server.ts';

/** A command of the house; what it printed, line by line. */
function command(environment: Record<string, string>, entry: string, ...words: string[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', entry, ...words], {
    env: { NODE_ENV: 'test', ...environment },
    encoding: 'utf8',
    timeout: 170_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const asDemo = ({ environment }: TestInstallation, more: Record<string, string> = {}) => ({
  ...environment,
  NODE_ENV: 'production',
  DEMO: '1',
  ...more,
});

describe.runIf(process.env.TEST_DATABASE_URL)('The demo, moved from its file to PostgreSQL', () => {
  test('runs there as before, with its audit chain', { timeout: 300_000 }, async () => {
    const from = await testInstallation('sqlite');
    const to = await testInstallation('postgres');
    const url = to.environment.DATABASE_URL ?? '';
    const file = from.settings.dialect === 'sqlite' ? from.settings.file : '';
    command(asDemo(from), 'db/cli.ts', 'migrate', 'seed');
    const [moved] = command(
      { PATH: process.env.PATH ?? '' },
      'db/cli.ts',
      'copy',
      '--from',
      file,
      '--to',
      url,
    );
    expect(moved).toMatchObject({ copied: expect.any(Number), tables: expect.any(Array) });

    const environment = asDemo(from, { DATABASE_URL: url });
    const [verified] = command(environment, 'db/cli.ts', 'verify');
    const tables = (moved as { tables: { table: string; rows: number }[] }).tables;
    const recorded = tables.find(({ table }) => table === 'audit_entry')?.rows;
    expect(recorded).toBeGreaterThan(1_000);
    expect(verified).toMatchObject({ ok: true, audit: { rows: recorded, firstBad: null } });

    const server = await startServer(environment);
    const page = await (await fetch(`${server.origin}/staff/login`)).text();
    expect(page).toContain('窓口 花子');
    const key = /name="_key"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
    const signedIn = await fetch(`${server.origin}/staff/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.origin },
      body: new URLSearchParams({ _key: key, login_name: 'hanako', password: 'kakuuno-no-mihon-2026' }),
    });
    expect(signedIn.status).toBe(302);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const queue = await (await fetch(`${server.origin}/staff/reviews`, { headers: { cookie } })).text();
    expect(queue).toContain('見本');
    await server.stop();
  });
});
