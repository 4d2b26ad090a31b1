import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRoot } from './support/sources.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = 'docs/operations';
const pages = readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
const { scripts } = JSON.parse(readRoot('package.json')) as { scripts: Record<string, string> };
const knownVariables = readRoot('app/env.server.ts');
const databaseCommands = readRoot('db/cli.ts');

/** Read by Node, PostgreSQL or nobody: not ours to know. */
const ofOthers = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS', 'FLUSHALL'];

/** Everything on a page that is written as code, in a line or in a block. */
const codeIn = (text: string): string[] => [
  ...[...text.matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n')),
  ...[...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
];

/** Names of variables: in code, capitals with or without an underscore, as they are set or read. */
const variablesIn = (code: string): string[] => [
  ...[...code.matchAll(/(?:^|[\s"'`])(?:export )?([A-Z][A-Z_]+[A-Z])(?==)/g)].map(([, name = '']) => name),
  ...[...code.matchAll(/\$\{?([A-Z][A-Z_]+[A-Z])/g)].map(([, name = '']) => name),
  ...(/^[A-Z]+(?:_[A-Z]+)+$/.test(code) ? [code] : []),
];

describe.each(pages)('%s', (page) => {
  const text = readRoot(page);
  const code = codeIn(text);

  test('every command of ours on it exists', () => {
    const commands = code.flatMap((line) =>
      [...line.matchAll(/npm (?:run (?:-s )?)?([\w:-]+)(?: -- ([\w-]+))?/g)].map(([, script = '', word]) => ({
        script,
        word,
      })),
    );
    const ofNpm = ['ci'];
    expect(commands.filter(({ script }) => !(script in scripts) && !ofNpm.includes(script))).toEqual([]);
    const words = commands.filter(({ script }) => script === 'db').map(({ word = '' }) => word);
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(databaseCommands))).toEqual([]);
  });

  test('every variable on it is known', () => {
    const strange = code
      .flatMap(variablesIn)
      .filter((name) => !ofOthers.includes(name) && !knownVariables.includes(`'${name}'`));
    expect(strange).toEqual([]);
  });

  test('every test and file it names is there, and every link leads somewhere', () => {
    const files = code.filter((word) => /^(?:test|deploy|docs|app|db|jobs)\/[\w./-]+\.\w+$/.test(word));
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(path.join(root, folder, target)))).toEqual([]);
  });
});

test('every runbook is in the list', () => {
  const index = readRoot(`${folder}/README.md`);
  const names = pages.map((page) => path.basename(page)).filter((name) => name !== 'README.md');
  expect(names.filter((name) => !index.includes(`](${name})`))).toEqual([]);
});

describe('deploy/compose.yaml', () => {
  type Service = {
    image?: string;
    command?: string[];
    environment?: Record<string, string>;
    volumes?: string[];
    secrets?: string[];
    networks?: string[];
    depends_on?: Record<string, unknown>;
  };
  const compose = parse(readRoot('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    networks: Record<string, unknown>;
    volumes: Record<string, unknown>;
    secrets: Record<string, unknown>;
  };
  const services = Object.values(compose.services);

  test('names only networks, volumes, secrets and services that it has', () => {
    for (const { networks = [], secrets = [], depends_on = {}, volumes = [] } of services) {
      expect(networks.filter((name) => !(name in compose.networks))).toEqual([]);
      expect(secrets.filter((name) => !(name in compose.secrets))).toEqual([]);
      expect(Object.keys(depends_on).filter((name) => !(name in compose.services))).toEqual([]);
      const sources = volumes.map((volume) => volume.split(':')[0] ?? '');
      const files = sources.filter((source) => source.startsWith('./') && !source.endsWith('certificates'));
      expect(files.filter((file) => !existsSync(path.join(root, 'deploy', file)))).toEqual([]);
      expect(sources.filter((source) => !source.startsWith('./') && !(source in compose.volumes))).toEqual(
        [],
      );
    }
  });

  test('gives our processes only variables that they know, and programs that are built', () => {
    const ours = services.filter(({ image }) => image === 'madoguchi');
    expect(ours).toHaveLength(2);
    for (const { environment = {}, command = ['node', 'build/process/server.js'] } of ours) {
      const strange = Object.keys(environment).filter((name) => !knownVariables.includes(`'${name}'`));
      expect(strange).toEqual([]);
      const program = path.basename(command[1] ?? '', '.js');
      expect(readRoot('app/bundle.mjs')).toContain(`out: '${program}'`);
    }
  });

  test('has the version of PostgreSQL whose client programs are in the image', () => {
    const server = /^postgres:(\d+)$/.exec(compose.services.database?.image ?? '')?.[1];
    expect(readRoot('Dockerfile')).toContain(`postgresql-client-${server}`);
  });
});

test('the container runs as nobody in particular, on a line of Node that the product allows', () => {
  const lines = readRoot('Dockerfile').split('\n');
  expect(lines).toContain('USER node');
  const images = lines.flatMap((line) => /^FROM (?!packages|build)(\S+)/.exec(line)?.[1] ?? []);
  expect(new Set(images).size).toBe(1);
  expect(Number(/^node:(\d+)-/.exec(images[0] ?? '')?.[1])).toBeGreaterThanOrEqual(22);
});
