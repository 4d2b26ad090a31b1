import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RuleFilesError } from '#rules/catalogue.ts';
import { type KeptVersion, type VersionShelf, type WatchedRules, watchRules } from '#rules/watch.ts';
import { ruleDirectory, rulesDirectory } from './support.ts';

/** limits/posting under the number that these tests begin with. */
const posting = (await readFile(path.join(rulesDirectory, 'limits/posting.json'), 'utf8')).replace(
  /"version": "[^"]+"/,
  '"version": "1.0.0"',
);
const account = await readFile(path.join(rulesDirectory, 'limits/account.json'), 'utf8');
const today = '2026-11-24';

/** limits/posting with other figures. */
const version = (number: string, from: string, months: number): string =>
  posting
    .replace('"1.0.0"', `"${number}"`)
    .replace('"2020-01-01"', `"${from}"`)
    .replace('"value": 2', `"value": ${months}`);

const shelfOf = (rows: KeptVersion[] = []): VersionShelf & { rows: readonly KeptVersion[] } => ({
  rows,
  names: async () => rows,
  find: async (ruleSet, number) => rows.find((row) => row.ruleSet === ruleSet && row.version === number),
  keep: async (versions) => {
    for (const one of versions)
      if (!rows.some((row) => row.ruleSet === one.ruleSet && row.version === one.version)) rows.push(one);
  },
});

const opened = async (
  files: Readonly<Record<string, string>> = {
    'limits/posting.json': posting,
    'limits/account.json': account,
  },
  shelf = shelfOf(),
) => {
  const directory = await ruleDirectory(files);
  const at = (name: string): string => path.join(directory, name);
  const rules = await watchRules({ directory, shelf, report: () => {} });
  return { directory, at, shelf, rules, put: (name: string, text: string) => writeFile(at(name), text) };
};

const months = (rules: WatchedRules, asOf = today) =>
  rules.current().parameter('limits/posting', 'validityMonthsAfter', asOf);

const lines = (rules: WatchedRules): string[] =>
  rules
    .problems(today)
    .map(({ file, line, column, message, staying }) =>
      [`${file}:${line}:${column}`, message, staying?.version ?? '-'].join(' '),
    );

describe('a rule file that gets worse changes nothing in force', () => {
  const line = posting.split('\n').findIndex((text) => text.includes('"value": 2')) + 1;

  test.each<[string, (at: string) => Promise<unknown>, string]>([
    [
      'a figure out of its bounds',
      (at) => writeFile(at, version('1.0.1', today, 13)),
      `limits/posting.json:${line}:16 「求人の有効期間(受理した月の後の月数)」は 1 から 12 までで書いてください。いまは 13 です。 1.0.0`,
    ],
    ['half of it written', (at) => truncate(at, 200), 'limits/posting.json:'],
    ['empty', (at) => truncate(at, 0), 'limits/posting.json:1:1 値が必要です。 1.0.0'],
    [
      'no longer there',
      (at) => rm(at),
      'limits/posting.json:0:0 ファイルがなくなっています。元に戻してください。',
    ],
    [
      'changed under the same number',
      (at) => writeFile(at, version('1.0.0', '2020-01-01', 3)),
      'limits/posting.json:4:14 版 1.0.0 の内容はすでに決まっていて、変えられません。変更を有効にするには、版(version)を 1.0.0 より大きくしてください。',
    ],
    [
      'of a lower number from the same day',
      (at) => writeFile(at, version('0.9.9', '2020-01-01', 3)),
      'limits/posting.json:4:14 同じ 2020-01-01 に始まる版 1.0.0 がすでにあります。',
    ],
    [
      'about another rule set',
      (at) => writeFile(at, posting.replace('"limits/posting"', '"limits/other"')),
      'limits/posting.json:3:9 識別名が「limits/other」、版が 1.0.0 なので、ファイル名は limits/other.json か limits/other@1.0.0.json にしてください。 1.0.0',
    ],
    [
      'a link',
      async (at) => {
        await rm(at);
        await symlink('/etc/hostname', at);
      },
      'limits/posting.json:0:0 リンクは読み取りません。ファイルそのものを置いてください。 1.0.0',
    ],
    [
      'a folder',
      async (at) => {
        await rm(at);
        await mkdir(at);
      },
      'limits/posting.json:0:0 ファイルではないため読み取りません。',
    ],
    [
      'a pipe that nobody writes to',
      async (at) => {
        await rm(at);
        execFileSync('mkfifo', [at]);
      },
      'limits/posting.json:0:0 ファイルではないため読み取りません。',
    ],
    [
      'of a terabyte',
      (at) => truncate(at, 2 ** 40),
      'limits/posting.json:0:0 ファイルが大きすぎます。512 KB までにしてください。 1.0.0',
    ],
  ])('%s', async (_, worsen, message) => {
    const { at, rules, put } = await opened();
    await worsen(at('limits/posting.json'));
    await rules.look();
    expect(lines(rules)[0]).toContain(message);
    expect(lines(rules)[0]).toMatch(/ 1\.0\.0$/);
    expect(new Set(rules.problems(today).map(({ file }) => file)).size).toBe(1);
    expect(months(rules)).toBe(2);

    await rm(at('limits/posting.json'), { recursive: true, force: true });
    await put('limits/posting.json', posting);
    await rules.look();
    expect(lines(rules)).toEqual([]);
  });

  test('one that may not be read', async () => {
    const { at, rules } = await opened();
    await chmod(at('limits/posting.json'), 0);
    const isRoot = process.getuid?.() === 0;
    // Whoever is root reads everything; the test then looks as nobody.
    if (isRoot) {
      await chmod(path.dirname(at('limits')), 0o755);
      process.seteuid?.(65_534);
    }
    await rules.look().finally(() => isRoot && process.seteuid?.(0));
    expect(lines(rules)).toEqual([
      'limits/posting.json:0:0 読み取る権限がありません。ファイルの権限を確かめてください。 1.0.0',
    ]);
    expect(months(rules)).toBe(2);
  });

  test('the whole directory gone', async () => {
    const { directory, rules } = await opened();
    await rename(directory, `${directory}-away`);
    await rules.look();
    expect(lines(rules)).toEqual(['./:0:0 規則ファイルのフォルダーを読み取れません(ENOENT)。 -']);
    expect(months(rules)).toBe(2);
    await rename(`${directory}-away`, directory);
    await rules.look();
    expect(lines(rules)).toEqual([]);
  });
});

describe('what does not belong there is said, and changes nothing', () => {
  test('a second file of the same version, two versions from one day, a file outside the areas', async () => {
    const { rules, put } = await opened();
    await put('limits/posting@1.0.0.json', posting);
    await put('limits/account@1.1.0.json', account.replace('"1.0.0"', '"1.1.0"'));
    await put('posting.json', posting);
    await rules.look();
    expect(lines(rules)).toEqual([
      'limits/account@1.1.0.json:8:26 limits/account の版 1.0.0 と 1.1.0 の適用開始日がどちらも 2020-01-01 です。別の日にしてください。 1.0.0',
      'limits/posting.json:4:14 limits/posting の版 1.0.0 は limits/posting@1.0.0.json にもあります。どちらかを消すか、版を変えてください。 1.0.0',
      'limits/posting@1.0.0.json:4:14 limits/posting の版 1.0.0 は limits/posting.json にもあります。どちらかを消すか、版を変えてください。 1.0.0',
      'posting.json:0:0 分類のフォルダーの中に置いてください(例: eligibility/visit-required.json)。 -',
    ]);
    expect(rules.current().inForce('limits/account', today).version).toBe('1.0.0');
  });

  test('more files than five hundred are not read', async () => {
    const { rules, put } = await opened();
    await Promise.all(Array.from({ length: 600 }, (_, index) => put(`limits/z${index}.json`, '')));
    await rules.look();
    expect(lines(rules)).toHaveLength(499);
    expect(lines(rules)).toContainEqual(
      expect.stringContaining('ここから先は読み取りません。ファイルは500個までです。'),
    );
    expect(months(rules)).toBe(2);
  });

  test('what editors leave beside a file is nobody’s rule', async () => {
    const { at, rules, put } = await opened();
    for (const name of ['.posting.json.swp', 'posting.json~', '.posting.json', 'posting.json.bak'])
      await put(`limits/${name}`, '{');
    await symlink('host.1234', at('limits/.#posting.json'));
    await rules.look();
    expect(lines(rules)).toEqual([]);
  });
});

describe('a new version', () => {
  test('comes into force on its day, and whoever holds the old catalogue keeps it', async () => {
    const { rules, put, shelf } = await opened();
    const before = rules.current();
    await put('limits/posting@1.1.0.json', version('1.1.0', today, 3));
    await rules.look();
    expect(months(rules)).toBe(3);
    expect(months(rules, '2026-11-23')).toBe(2);
    expect(before.inForce('limits/posting', today).version).toBe('1.0.0');
    expect(shelf.rows.map((row) => `${row.ruleSet} ${row.version}`)).toContain('limits/posting 1.1.0');
  });

  test('may be written into the old file, and may correct one from the same day', async () => {
    const { rules, put } = await opened();
    await put('limits/posting.json', version('1.0.1', today, 3));
    await rules.look();
    await put('limits/posting.json', version('1.0.10', today, 4));
    await rules.look();
    expect(lines(rules)).toEqual([]);
    expect(months(rules)).toBe(4);
    expect(months(rules, '2026-11-23')).toBe(2);
    expect(
      rules
        .current()
        .all()
        .map(({ version: number }) => number),
    ).toEqual(['1.0.0', '1.0.0', '1.0.1', '1.0.10']);
  });

  test('is seen although size and times of its file are those of the old one', async () => {
    const { at, rules, put } = await opened();
    const time = new Date('2026-11-24T00:00:00Z');
    await put('limits/posting.json', version('1.0.1', today, 3));
    await utimes(at('limits/posting.json'), time, time);
    await rules.look();
    await put('limits/posting.json', version('1.0.2', today, 4));
    await utimes(at('limits/posting.json'), time, time);
    await rules.look();
    expect(months(rules)).toBe(4);
  });

  test('is followed by a process that has only the shelf in common', async () => {
    const one = await opened();
    const other = await opened(undefined, one.shelf);
    await one.put('limits/posting.json', version('1.1.0', today, 3));
    await one.rules.look();
    await other.rules.look();
    expect(months(other.rules)).toBe(3);
    expect(lines(other.rules)).toEqual([]);
  });

  test('that two processes saw with different content is the one the shelf has', async () => {
    const one = await opened();
    const other = await opened(undefined, one.shelf);
    await one.put('limits/posting.json', version('1.1.0', today, 3));
    await other.put('limits/posting.json', version('1.1.0', today, 4));
    await one.rules.look();
    await other.rules.look();
    expect(months(other.rules)).toBe(3);
    expect(lines(other.rules)[0]).toContain('版 1.1.0 の内容はすでに決まっていて、変えられません。');
  });

  test('that cannot be kept does not come into force until it can', async () => {
    const shelf = shelfOf();
    const { rules, put } = await opened(undefined, shelf);
    const { keep } = shelf;
    shelf.keep = () => Promise.reject(new Error('busy'));
    await put('limits/posting.json', version('1.1.0', today, 3));
    await expect(rules.look()).rejects.toThrow('busy');
    expect(months(rules)).toBe(2);
    shelf.keep = keep;
    await rules.look();
    expect(months(rules)).toBe(3);
  });
});

describe('a start', () => {
  test('with nothing known and a broken file is refused with every problem', async () => {
    const files = { 'limits/posting.json': '{', 'limits/account.json': account };
    const error: unknown = await opened(files).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RuleFilesError);
    expect(String(error)).toContain('limits/posting.json:1:2: 閉じる「}」がありません。');
  });

  test('with an empty directory is refused', async () => {
    await expect(opened({})).rejects.toThrow('規則ファイルが1つもありません。');
  });

  test('over a broken file has the last good version, byte for byte', async () => {
    const marked = `\ufeff${posting.replaceAll('\n', '\r\n')}`;
    const { shelf, rules } = await opened({ 'limits/posting.json': marked });
    const { hash } = rules.current().inForce('limits/posting', today);
    const again = await opened({ 'limits/posting.json': '{' }, shelf);
    expect(months(again.rules)).toBe(2);
    expect(again.rules.current().inForce('limits/posting', today).hash).toBe(hash);
    expect(lines(again.rules)).toEqual(['limits/posting.json:1:2 閉じる「}」がありません。 1.0.0']);
  });

  test('over a kept version that the program cannot read takes the file of its number, and says so', async () => {
    const shelf = shelfOf();
    await opened(undefined, shelf);
    const old = shelf.rows.map((row) => ({
      ...row,
      hash: 'old',
      text: row.text.replace('"formatVersion": 1', '"formatVersion": 0'),
    }));
    const { rules } = await opened(undefined, shelfOf(old));
    expect(months(rules)).toBe(2);
    expect(lines(rules)).toEqual([
      expect.stringContaining('保存されている版 1.0.0 を、このプログラムは読み取れません。「書式の版」は1で'),
      expect.stringContaining('limits/posting@1.0.0.json:2:20'),
    ]);
  });
});
