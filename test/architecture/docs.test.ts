import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedPages } from '#test/support/docs/index.ts';
import { performancePage } from '#test/support/docs/performance.ts';
import accounts from '../../fixtures/demoAccounts.json' with { type: 'json' };
import { readRoot } from './support/sources.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = await generatedPages();

describe('docs', () => {
  test('docs/generated holds the generated pages and nothing else', () => {
    expect(readdirSync(path.join(root, 'docs/generated')).toSorted()).toEqual(Object.keys(pages).toSorted());
  });

  test.each(Object.entries(pages))('docs/generated/%s is what the code says (npm run docs)', (name, text) => {
    expect(readRoot(`docs/generated/${name}`)).toBe(text);
  });

  test('docs/performance.md is what the last runs say (npm run docs)', () => {
    expect(readRoot('docs/performance.md')).toBe(performancePage());
  });

  test('every decision is in the index, numbered without a gap', () => {
    const files = readdirSync(path.join(root, 'docs/decisions')).toSorted();
    expect(files.map((name) => Number(name.slice(0, 3)))).toEqual(files.map((_, index) => index + 1));
    const index = readRoot('docs/README.md');
    expect(files.filter((name) => !index.includes(`decisions/${name}`))).toEqual([]);
  });

  test('every link to a file leads somewhere', () => {
    const dead = ['README.md', 'docs/README.md'].flatMap((file) =>
      [...readRoot(file).matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, target = '']) => path.join(path.dirname(file), target))
        .filter((target) => !existsSync(path.join(root, target))),
    );
    expect(dead).toEqual([]);
  });

  test('the README shows the demo accounts and their password', () => {
    const readme = readRoot('README.md');
    for (const { signIn, name } of [...accounts.staff, ...accounts.employers]) {
      expect(readme).toContain(signIn);
      expect(readme).toContain(name);
    }
    expect(readme).toContain(accounts.password);
  });
});
