import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appliedMigrations, openDatabase } from '#db/connection.ts';
import { migrationSource } from '#db/migrations/index.ts';
import { describeEveryInstallation } from '#test/support/installation.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';

const isReady = async ({ origin }: RunningServer) => (await fetch(`${origin}/readyz`)).status === 200;

describeEveryInstallation('A server that starts', (install) => {
  test('beside another one over an empty installation sets it up once, and both serve', async () => {
    expect(existsSync('build/process/server.js')).toBe(true);
    const { environment, settings } = await install();
    const servers = await Promise.all([startServer(environment), startServer(environment)]);
    expect(await Promise.all(servers.map(isReady))).toEqual([true, true]);
    const database = openDatabase(settings);
    expect(await appliedMigrations(database.reader)).toEqual(await migrationSource.getMigrations([]));
    await database.close();
    await Promise.all(servers.map((server) => server.stop()));
  });

  test('again after the next version was killed in the middle of its migrations serves as before', async () => {
    const { environment, settings, open } = await install();
    await (await open()).close();
    const dying = path.resolve('test/db/support/dyingMigration.ts');
    const killed = spawnSync(process.execPath, ['--import', 'tsx', dying, JSON.stringify(settings)]);
    expect(killed.signal).toBe('SIGKILL');
    const server = await startServer(environment);
    expect(await isReady(server)).toBe(true);
    await server.stop();
  });
});
