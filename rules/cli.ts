import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '#app/domain/verdict.ts';
import { checkDirectory, loadCatalogue, problemLine, RuleFilesError, UnknownRuleSet } from './catalogue.ts';
import { differenceOf } from './replay.ts';
import type { RuleSetId } from './ruleset.ts';
import { SituationError, type SituationProblem } from './situation.ts';
import { judgedRuleSets } from './situations/index.ts';
import { jsonProblems } from './source.ts';

/** What a command prints: JSON on stdout, lines for people on stderr. stdout stays empty when there is nothing to say. */
type Printed = { exitCode: 0 | 1; stdout?: unknown; stderr?: readonly string[] };
type Command = { usage: string; run(args: readonly string[]): Promise<Printed> };

const shippedRules = path.dirname(fileURLToPath(import.meta.url));

const failed = (...stderr: string[]): Printed => ({ exitCode: 1, stderr });

const check = async ([directory = shippedRules]: readonly string[]): Promise<Printed> => {
  const { ruleSets, problems } = await checkDirectory(directory);
  const summary = {
    ok: problems.length === 0,
    ruleSets: ruleSets.map(({ id, version, hash, effective, rules, examples }) => ({
      id,
      version,
      hash,
      effective,
      rules: rules.length,
      examples: examples.length,
    })),
    problems,
  };
  const lines = [
    ...ruleSets.map(
      ({ id, version, rules, examples }) => `${id} ${version}: 規則${rules.length}件、例${examples.length}件`,
    ),
    ...problems.map(problemLine),
    problems.length === 0 ? 'すべて正しく読み取れました。' : `${problems.length}件の問題があります。`,
  ];
  return { exitCode: problems.length === 0 ? 0 : 1, stdout: summary, stderr: lines };
};

const readInput = async (file: string): Promise<string> => {
  const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
  return text.replace(/^\uFEFF/, '');
};

const decide = async ([ruleSetId, file = '-']: readonly string[]): Promise<Printed> => {
  const id = judgedRuleSets.find((known) => known === ruleSetId);
  if (id === undefined) {
    return failed(
      `no rule set "${ruleSetId ?? ''}" that judges situations; there are: ${judgedRuleSets.join(', ')}`,
    );
  }
  const text = await readInput(file);
  const broken = jsonProblems(text);
  if (broken.length > 0) {
    return failed(...broken.map(({ line, column, message }) => `situation:${line}:${column}: ${message}`));
  }
  const input: unknown = JSON.parse(text);
  const { verdicts, problems } = await decideAll(id, Array.isArray(input) ? input : [input]);
  if (problems.length > 0) {
    return failed(
      ...problems.map(
        ({ index, path, message }) => `${Array.isArray(input) ? `[${index}].` : ''}${path}: ${message}`,
      ),
    );
  }
  return { exitCode: 0, stdout: Array.isArray(input) ? verdicts : verdicts[0] };
};

type Decided = { verdicts: Verdict[]; problems: (SituationProblem & { index: number })[] };

/** Every situation in turn; all bad ones are reported, not only the first. */
const decideAll = async (id: RuleSetId, situations: readonly unknown[]): Promise<Decided> => {
  const catalogue = await loadCatalogue(shippedRules);
  const decided: Decided = { verdicts: [], problems: [] };
  for (const [index, situation] of situations.entries()) {
    try {
      decided.verdicts.push(await catalogue.decide(id, situation));
    } catch (error) {
      if (!(error instanceof SituationError)) throw error;
      decided.problems.push(...error.problems.map((problem) => ({ index, ...problem })));
    }
  }
  return decided;
};

/** Verdicts read from the database at a time. */
const REPLAY_PAGE = 1000;
/** Differences printed in full; the rest is counted. */
const REPLAY_SHOWN = 100;

/**
 * Every stored verdict judged again on its own facts with the version it names, in force on its day: the same bytes are
 * expected. The database is the one the server of this environment uses; it is only read.
 */
const replay = async (): Promise<Printed> => {
  const { databaseOf } = await import('#app/env.server.ts');
  const { openDatabase } = await import('#db/connection.ts');
  const { verdictStore } = await import('#db/stores/verdicts.ts');
  const settings = databaseOf(process.env);
  if (settings.dialect === 'sqlite' && !existsSync(settings.file))
    return failed(`there is no database ${settings.file}; DATA_DIR or DATABASE_URL names another`);
  const catalogue = await loadCatalogue(shippedRules);
  const database = openDatabase(settings);
  const result = {
    verdicts: 0,
    byRuleSet: {} as Record<string, number>,
    differences: 0,
    shown: [] as object[],
  };
  try {
    const store = verdictStore(database.reader);
    for (let after = ''; ; ) {
      const page = await store.page(after, REPLAY_PAGE);
      for (const { id, verdict, occasion, subject } of page) {
        const difference = await differenceOf(catalogue, verdict);
        result.verdicts += 1;
        result.byRuleSet[verdict.ruleSet] = (result.byRuleSet[verdict.ruleSet] ?? 0) + 1;
        if (difference === null) continue;
        result.differences += 1;
        if (result.shown.length < REPLAY_SHOWN)
          result.shown.push({ id, occasion, subject, ruleSet: verdict.ruleSet, ...difference });
      }
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
  } finally {
    await database.close();
  }
  return {
    exitCode: result.differences === 0 ? 0 : 1,
    stdout: result,
    stderr: [`${result.verdicts}件の判定を再判定しました。違いは${result.differences}件です。`],
  };
};

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', { usage: 'check [directory]', run: check }],
  ['decide', { usage: 'decide <rule-set> [file|-]', run: decide }],
  ['replay', { usage: 'replay', run: replay }],
]);

const usage = (): Printed =>
  failed('usage:', ...[...commands.values()].map((command) => `  npm run -s rules -- ${command.usage}`));

/** Errors a person at the shell can do something about; anything else is a bug and keeps its stack. */
const explained = (error: unknown): Printed => {
  if (error instanceof RuleFilesError || error instanceof UnknownRuleSet) return failed(error.message);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return failed(error.message);
  throw error;
};

const [name = '', ...args] = process.argv.slice(2);
const printed = await (commands.get(name)?.run(args).catch(explained) ?? usage());
for (const line of printed.stderr ?? []) process.stderr.write(`${line}\n`);
if (printed.stdout !== undefined) process.stdout.write(`${JSON.stringify(printed.stdout, null, 2)}\n`);
process.exitCode = printed.exitCode;
