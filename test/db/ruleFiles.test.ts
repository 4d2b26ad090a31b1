import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { exportRuleFiles, importRuleFiles } from '#db/ruleFiles.ts';

const temporary = () => mkdtemp(path.join(tmpdir(), 'rule-files-'));
const installation = async () => ({ NODE_ENV: 'test' as const, DATA_DIR: await temporary() });
const shipped = await readFile('rules/limits/posting.json', 'utf8');
const { version } = JSON.parse(shipped);

describe('rules export', () => {
  test('writes what is in force as files that import and check read again', async () => {
    const directory = await temporary();
    const printed = await exportRuleFiles([directory], await installation());
    expect(printed).toMatchObject({ exitCode: 0, stdout: { kept: [] } });
    expect(await readFile(path.join(directory, 'limits/posting.json'), 'utf8')).toBe(shipped);
  });

  test('leaves alone a file that holds something else, and says so', async () => {
    const directory = await temporary();
    await exportRuleFiles([directory], await installation());
    const mine = path.join(directory, 'limits/posting.json');
    await writeFile(mine, '{}');
    expect(await exportRuleFiles([directory], await installation())).toMatchObject({
      exitCode: 1,
      stdout: { kept: ['limits/posting.json'] },
    });
    expect(await readFile(mine, 'utf8')).toBe('{}');
  });
});

describe('rules import', () => {
  test('makes a draft that belongs to nobody yet', async () => {
    const environment = await installation();
    const file = path.join(await temporary(), 'posting.json');
    await writeFile(file, shipped.replace('"value": 2', '"value": 3'));
    const printed = await importRuleFiles([file], environment);
    expect(printed).toMatchObject({ exitCode: 0, stdout: { drafts: [{ ruleSet: 'limits/posting' }] } });
    const database = openDatabase({
      dialect: 'sqlite',
      file: path.join(environment.DATA_DIR, 'madoguchi.sqlite'),
    });
    expect(await database.reader('rule_change').select('state', 'created_by', 'base_version')).toEqual([
      { state: 'draft', created_by: 'rules.import', base_version: version },
    ]);
    await database.close();
  });

  test('of several files takes none when one is broken, and names the place', async () => {
    const environment = await installation();
    const directory = await temporary();
    const [good, broken] = [path.join(directory, 'a.json'), path.join(directory, 'b.json')];
    await writeFile(good, shipped.replace('"value": 2', '"value": 3'));
    await writeFile(broken, shipped.replace('"value": 2', '"value": 99'));
    const printed = await importRuleFiles([good, broken], environment);
    expect(printed).toMatchObject({ exitCode: 1, stdout: { drafts: [] } });
    expect(printed.stderr?.[0]).toMatch(/b\.json:\d+:\d+: 「求人の有効期間/);
  });

  test('refuses a file that says what is in force already', async () => {
    const file = path.join(await temporary(), 'posting.json');
    await writeFile(file, shipped);
    expect(await importRuleFiles([file], await installation())).toMatchObject({
      exitCode: 1,
      stderr: [expect.any(String), expect.stringContaining('rule-unchanged')],
    });
  });
});
