import { describe, expect, test } from 'vitest';
import { readRoot, sourcesUnder } from './support/sources.ts';

type Manifest = Readonly<Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>>;
type Lock = { packages: Readonly<Record<string, { resolved?: string; integrity?: string; link?: boolean }>> };

const manifest: Manifest = JSON.parse(readRoot('package.json'));
const lock: Lock = JSON.parse(readRoot('package-lock.json'));

describe('packages', () => {
  test('every version is pinned', () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    });
    const loose = versions.filter(([, version]) => !/^(?:\d+\.\d+\.\d+|\$[@\w/-]+)$/.test(version));
    expect(loose).toEqual([]);
  });

  test('the lock names no download address and holds a checksum of every package', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('whatever the product imports is a dependency, and no dependency is idle', () => {
    const used = new Set(
      sourcesUnder('app', 'rules', 'db', 'jobs', 'fixtures')
        .filter(({ path }) => !path.endsWith('.mjs'))
        .flatMap(({ imports }) => imports)
        .filter(({ isPackage, target }) => isPackage && !target.startsWith('node:'))
        .map(({ target }) => target),
    );
    const builders = ['@remix-run/fs-routes', '@remix-run/route-config'];
    const missing = [...used].filter((name) => !(name in manifest.dependencies) && !builders.includes(name));
    expect(missing).toEqual([]);
    // tsx runs the commands, sqlite3 is Knex's driver, react-dom also belongs to Remix, the font is read as a file.
    const elsewhere = ['tsx', 'sqlite3', 'react-dom', '@expo-google-fonts/biz-udpgothic'];
    const idle = Object.keys(manifest.dependencies).filter(
      (name) => !used.has(name) && !elsewhere.includes(name),
    );
    expect(idle).toEqual([]);
  });
});

describe('tests', () => {
  test('every test file belongs to a project, so that it runs', () => {
    const config = readRoot('test/vitest.config.ts');
    const folders = [...config.matchAll(/project\(\s*'\w+',\s*\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'(\w+)'/g)].map(([, folder]) => folder),
    );
    const strays = sourcesUnder('test')
      .map(({ path }) => path)
      .filter((path) => /\.test\.tsx?$/.test(path) && !folders.includes(path.split('/')[1]));
    expect(strays).toEqual([]);
  });
});
