import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Application, compose, StartRefused } from '#app/composition.server.ts';
import { visitor } from '#app/domain/actor.ts';
import { refuse } from '#app/domain/refusal.ts';
import { readEnv } from '#app/env.server.ts';
import { defineProcedure } from '#app/procedures/procedure.ts';
import { forOneRequest } from '#app/web/oneRequest.ts';
import { testApplication } from './application.ts';

const rules = await mkdtemp(path.join(tmpdir(), 'madoguchi-rules-'));
afterAll(() => rm(rules, { recursive: true, force: true }));
await cp('rules/limits', path.join(rules, 'limits'), { recursive: true });
const app = await testApplication({ RULES_DIR: rules });
const file = path.join(rules, 'limits/posting.json');

/** Says which version an act sees when it is prepared and when it runs, while a new one comes into force. */
const versionsSeen = async (of: Application, meanwhile: () => Promise<void>): Promise<string[]> => {
  const seen: string[] = [];
  const look = defineProcedure({
    name: 'test.look',
    permission: 'staff.signIn',
    input: { type: 'object' },
    audit: 'test.looked',
    prepare: async ({ rules: inAct, today }) => {
      seen.push(inAct.inForce('limits/posting', today).version);
      await meanwhile();
      return { ok: true, value: undefined };
    },
    run: async ({ rules: inAct, today }) => {
      seen.push(inAct.inForce('limits/posting', today).version);
      return refuse('nothing-to-do');
    },
  });
  await of.perform(look, visitor, {}, { requestId: 'x' });
  return seen;
};

const put = async (version: string): Promise<void> => {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/"version": "[^"]*"/, `"version": "${version}"`));
  await app.ruleFiles.look();
};

test('a request and an act keep the version they began with; the next one has the new', async () => {
  const request = forOneRequest(app);
  const { version: begun } = request.rules.inForce('limits/posting', '2026-11-24');
  await put('9.1.0');
  expect(app.rules.inForce('limits/posting', '2026-11-24').version).toBe('9.1.0');
  expect(request.rules.inForce('limits/posting', '2026-11-24').version).toBe(begun);
  expect(await versionsSeen(request, async () => {})).toEqual([begun, begun]);
  expect(await versionsSeen(app, () => put('9.2.0'))).toEqual(['9.1.0', '9.1.0']);
  expect(await versionsSeen(app, async () => {})).toEqual(['9.2.0', '9.2.0']);
});

test('an installation does not begin over broken rule files, and says where', async () => {
  await writeFile(path.join(rules, 'limits/account.json'), '{');
  const data = await mkdtemp(path.join(tmpdir(), 'madoguchi-web-'));
  const started = compose(readEnv({ NODE_ENV: 'test', DATA_DIR: data, RULES_DIR: rules }));
  await expect(started).rejects.toThrow(StartRefused);
  await expect(started).rejects.toThrow('limits/account.json:1:2: 閉じる「}」がありません。');
  await rm(data, { recursive: true });
});
