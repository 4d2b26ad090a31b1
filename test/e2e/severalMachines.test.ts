import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holderIntents } from '#app/components/review/ReviewHolder.tsx';
import { bitmap } from '#fixtures/pictures.ts';
import { schedule } from '#jobs/schedule.ts';
import { chanceOf } from '#test/chaos/chance.ts';
import { gather } from '#test/chaos/crowd.ts';
import { type Installation, openInstallation } from '#test/chaos/installation.ts';
import { judge, settled } from '#test/chaos/judge.ts';
import { reap } from '#test/chaos/reaper.ts';
import { redisUrl } from '#test/support/redis.ts';
import type { RunningServer } from '#test/support/server.ts';
import { newVisitor, type Visitor } from '#test/support/visitor.ts';
import { password } from '#test/support/world.ts';

const postgres = process.env.TEST_DATABASE_URL;

describe.runIf(postgres && redisUrl)('Three web processes and two workers, on PostgreSQL and Redis', () => {
  let installation: Installation;
  let running: RunningServer[] = [];
  let rules = '';

  beforeAll(async () => {
    rules = await mkdtemp(path.join(tmpdir(), 'madoguchi-rules-'));
    for (const area of await readdir('rules', { withFileTypes: true }))
      if (area.isDirectory() && area.name !== 'situations')
        await cp(path.join('rules', area.name), path.join(rules, area.name), { recursive: true });
    installation = await openInstallation({
      name: 'several machines',
      postgres: postgres ?? null,
      redis: redisUrl,
      webs: 3,
      workers: 2,
      staffPassword: password,
    });
    running = await Promise.all(
      installation.machines.map((machine, index) => machine.start(index === 0 ? { RULES_DIR: rules } : {})),
    );
  });
  afterAll(async () => {
    await installation?.close();
    await rm(rules, { recursive: true, force: true });
  });

  /** An address on the first, second or third web process. */
  const at = (machine: 1 | 2 | 3, address: string): string =>
    `${installation.machines[machine - 1]?.origin}${address}`;

  const signIn = async (machine: 1 | 2 | 3, loginName: string): Promise<Visitor> => {
    const visitor = newVisitor();
    const page = await visitor.send(at(machine, '/staff/login'), 'sign-in', {
      login_name: loginName,
      password,
    });
    expect(page).toMatchObject({ status: 200, path: '/staff' });
    return visitor;
  };

  test('whoever signs in on one is signed in on all, and signed out of all', async () => {
    const clerk = await signIn(1, 'clerk');
    for (const machine of [2, 3] as const)
      expect((await clerk.get(at(machine, '/staff/reviews'))).path).toBe('/staff/reviews');
    await clerk.send(at(3, '/staff'), '/staff/logout', {});
    expect((await clerk.get(at(2, '/staff/reviews'))).path).toBe('/staff/login');
  });

  test('tries with a wrong password are counted over all of them', async () => {
    const guesser = newVisitor();
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const machine = ((tries % 3) + 1) as 1 | 2 | 3;
      const page = await guesser.send(at(machine, '/staff/login'), 'sign-in', {
        login_name: 'supervisor',
        password: `まちがいの長い合言葉です${tries}`,
      });
      statuses.push(page.status);
    }
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
  });

  test('a posting that is begun on one is held for all', async () => {
    const { office } = installation;
    const employer = await office.openedAtCounter('held@example.co.jp');
    const { id } = await office.submitted(employer, await office.filledIn(employer));
    const [clerk, other] = [await signIn(1, 'clerk'), await signIn(2, 'otherClerk')];
    const address = `/staff/reviews/${id}`;
    await clerk.send(at(2, address), holderIntents.begin, {});
    expect((await other.get(at(3, address))).html).toContain(office.staff.clerk.name);
    expect((await other.get(at(3, address))).html).not.toContain(`value="${holderIntents.begin}"`);
  });

  test('a picture sent to one is shown by all', async () => {
    const { office } = installation;
    const employer = await office.openedAtCounter('pictures@example.co.jp');
    const visitor = newVisitor();
    const home = await visitor.send(at(1, '/mypage/login'), 'sign-in', { email: employer.email, password });
    expect(home.path).toBe('/mypage');
    const file = new File([bitmap(64, 48)], 'exterior.bmp', { type: 'image/bmp' });
    const sent = await visitor.send(at(2, '/mypage/images'), 'upload', { purpose: 'exterior', files: file });
    expect(sent.status).toBe(200);
    const source = /src="([^"]*\/images\/[^"]+)"/.exec(sent.html)?.[1] ?? '';
    for (const machine of [1, 2, 3] as const)
      expect(await visitor.get(at(machine, source))).toMatchObject({ status: 200 });
  });

  test('a version of a rule that one has learnt is known to all within seconds', async () => {
    const file = JSON.parse(await readFile(path.join(rules, 'eligibility/image-upload.json'), 'utf8'));
    const newer = { ...file, version: '1.1.0', effective: { ...file.effective, from: '2027-04-01' } };
    newer.rules[2].conditions.all[0].value = ['jpeg', 'gif', 'png'];
    newer.examples = file.examples.filter(({ id }: { id: string }) => id !== 'oneByteOver');
    await writeFile(path.join(rules, 'eligibility/image-upload@1.1.0.json'), JSON.stringify(newer, null, 2));
    const clerk = await signIn(1, 'clerk');
    const history = '/staff/rules/eligibility/image-upload/history';
    for (const machine of [1, 2, 3] as const)
      await expect
        .poll(async () => (await clerk.get(at(machine, history))).html, { timeout: 20_000, interval: 500 })
        .toContain('1.1.0');
  });

  const firstDay = '2026-11-24';
  const patience = { timeout: 600_000 };
  test(
    'while they are killed and started again, nothing is lost or doubled and each slot comes once',
    patience,
    async () => {
      const chance = chanceOf(7);
      const crowd = await gather(installation, chance, 2);
      crowd.start();
      await Promise.all(running.map((server) => server.kill()));
      const { harvest, running: survivors } = await reap(installation, chance, 10, () => {});
      running = survivors;
      await expect.poll(crowd.acknowledged, { timeout: 180_000 }).toBeGreaterThanOrEqual(20);
      await crowd.stop();
      await settled(installation);

      expect(harvest.kills).toBe(10);
      expect(await judge(installation, crowd.experience)).toMatchObject({
        lost: 0,
        duplicated: 0,
        halfDone: 0,
        mailsMissing: 0,
        auditBreaks: 0,
        slotsUndone: 0,
        jobsDead: 0,
        unexpectedAnswers: 0,
      });
      const slots: string[] = await installation.database
        .reader('job')
        .whereLike('dedupe', `sweep:%:${firstDay}`)
        .pluck('dedupe');
      expect(slots.toSorted()).toEqual(schedule.map(({ name }) => `sweep:${name}:${firstDay}`).toSorted());
    },
  );
});
