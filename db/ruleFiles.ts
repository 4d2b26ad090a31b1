import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Application, compose, StartRefused } from '#app/composition.server.ts';
import { businessDate } from '#app/domain/clock.ts';
import { BadEnvironment, databaseOf, readEnv } from '#app/env.server.ts';
import { importRuleChange } from '#app/procedures/ruleChange/import.ts';
import { checkDirectory, problemLine } from '#rules/catalogue.ts';
import type { Printed } from '#rules/commands.ts';
import { withoutMark } from '#rules/draft.ts';
import { readRuleFile } from '#rules/files.ts';
import { openDatabase } from './connection.ts';
import { ruleVersionStore } from './stores/ruleVersions.ts';

type ExportedFile = { file: string; version: string; text: string };

/** The versions in force today; of an installation without a database, the files the product ships. */
async function inForceToday(environment: NodeJS.ProcessEnv): Promise<readonly ExportedFile[]> {
  const settings = databaseOf(environment);
  const shipped = path.resolve('rules');
  if (settings.dialect === 'sqlite' && !existsSync(settings.file)) {
    const { ruleSets } = await checkDirectory(shipped);
    return Promise.all(
      ruleSets.map(async ({ id, version }) => ({
        file: `${id}.json`,
        version,
        text: await readFile(path.join(shipped, `${id}.json`), 'utf8'),
      })),
    );
  }
  const today = businessDate(new Date());
  const database = openDatabase(settings);
  try {
    const store = ruleVersionStore(database.reader);
    const latest = new Map<string, string>();
    const standing = (await store.names()).filter((one) => !one.cancelled && one.effectiveFrom <= today);
    const inOrder = standing.toSorted(
      (a, b) =>
        a.effectiveFrom.localeCompare(b.effectiveFrom) ||
        a.version.localeCompare(b.version, 'en', { numeric: true }),
    );
    for (const { ruleSet, version } of inOrder) latest.set(ruleSet, version);
    return await Promise.all(
      [...latest].map(async ([ruleSet, version]) => ({
        file: `${ruleSet}.json`,
        version,
        text: withoutMark((await store.find(ruleSet, version))?.text ?? ''),
      })),
    );
  } finally {
    await database.close();
  }
}

/**
 * `npm run -s rules -- export <directory>`: writes the rule set files in force today, as `<area>/<name>.json`. A file that
 * is there with another content stays, and the command says so.
 */
export async function exportRuleFiles(
  [directory]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Printed> {
  if (directory === undefined)
    return { exitCode: 1, stderr: ['usage: npm run -s rules -- export <directory>'] };
  const written: Omit<ExportedFile, 'text'>[] = [];
  const kept: string[] = [];
  for (const { file, version, text } of await inForceToday(environment)) {
    const target = path.resolve(directory, file);
    const there = await readFile(target, 'utf8').catch(() => null);
    if (there !== null && there !== text) {
      kept.push(file);
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    written.push({ file, version });
  }
  return {
    exitCode: kept.length === 0 ? 0 : 1,
    stdout: { written, kept },
    stderr: [
      `${written.length} rule files written to ${directory}`,
      ...kept.map((file) => `${file} is there with another content and was not changed`),
    ],
  };
}

const drafted = async (
  app: Application,
  files: readonly { file: string; ruleSet: string; text: string }[],
): Promise<Printed> => {
  const drafts: object[] = [];
  const refused: string[] = [];
  for (const { file, ruleSet, text } of files) {
    const system = { kind: 'system', job: 'rules.import' } as const;
    const outcome = await app.perform(
      importRuleChange,
      system,
      { ruleSet, text },
      { requestId: 'rules.import' },
    );
    if (outcome.ok) drafts.push({ file, ruleSet, change: outcome.value.changeId });
    else refused.push(`${file}: ${outcome.code}`);
  }
  return {
    exitCode: refused.length === 0 ? 0 : 1,
    stdout: { drafts, refused },
    stderr: [
      `${drafts.length} drafts made; a supervisor hands them in under /staff/rules/changes`,
      ...refused,
    ],
  };
};

/**
 * `npm run -s rules -- import <file>…`: each file becomes a draft of the installation this environment names. When one of
 * them is broken nothing is imported, and every problem is printed with its place.
 */
export async function importRuleFiles(
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Printed> {
  if (files.length === 0) return { exitCode: 1, stderr: ['usage: npm run -s rules -- import <file>…'] };
  const read = await Promise.all(
    files.map(async (file) => ({ file, ...(await readRuleFile(file, path.resolve(file))) })),
  );
  const problems = read.flatMap(({ loaded }) => (loaded.ok ? [] : loaded.problems));
  if (problems.length > 0)
    return { exitCode: 1, stdout: { drafts: [], problems }, stderr: problems.map(problemLine) };
  const good = read.flatMap(({ file, bytes, loaded }) =>
    loaded.ok && bytes
      ? [{ file, ruleSet: loaded.ruleSet.id, text: withoutMark(new TextDecoder().decode(bytes)) }]
      : [],
  );
  try {
    const app = await compose(readEnv(environment));
    try {
      return await drafted(app, good);
    } finally {
      await app.close();
    }
  } catch (error) {
    if (error instanceof BadEnvironment || error instanceof StartRefused)
      return { exitCode: 1, stderr: [error.message] };
    throw error;
  }
}
