import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '#app/domain/verdict.ts';
import {
  type CheckedDirectory,
  checkDirectory,
  loadCatalogue,
  problemLine,
  RuleFilesError,
  UnknownRuleSet,
} from './catalogue.ts';
import { readRuleFile } from './files.ts';
import type { RuleSetId } from './ruleset.ts';
import { SituationError, type SituationProblem } from './situation.ts';
import { judgedRuleSets } from './situations/index.ts';
import { jsonProblems } from './source.ts';

/** What a command prints: JSON on stdout, lines for people on stderr. stdout stays empty when there is nothing to say. */
export type Printed = { exitCode: 0 | 1; stdout?: unknown; stderr?: readonly string[] };
type ReadInput = () => Promise<string>;
export type Command = { usage: string; run(args: readonly string[], input: ReadInput): Promise<Printed> };

const shippedRules = path.dirname(fileURLToPath(import.meta.url));

const failed = (...stderr: string[]): Printed => ({ exitCode: 1, stderr });

/** One file, wherever it lies and whatever it is called: a draft. */
const checkFile = async (file: string): Promise<CheckedDirectory> => {
  const { loaded } = await readRuleFile(file, file);
  return loaded.ok
    ? { ruleSets: [loaded.ruleSet], problems: [] }
    : { ruleSets: [], problems: loaded.problems };
};

const check = async ([target = shippedRules]: readonly string[]): Promise<Printed> => {
  const isDirectory = (await stat(target)).isDirectory();
  const { ruleSets, problems } = await (isDirectory ? checkDirectory : checkFile)(target);
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

const read = async (file: string, input: ReadInput): Promise<string> => {
  const text = file === '-' ? await input() : await readFile(file, 'utf8');
  return text.replace(/^\uFEFF/, '');
};

const decide = async ([ruleSetId, file = '-']: readonly string[], input: ReadInput): Promise<Printed> => {
  const id = judgedRuleSets.find((known) => known === ruleSetId);
  if (id === undefined) {
    return failed(
      `no rule set "${ruleSetId ?? ''}" that judges situations; there are: ${judgedRuleSets.join(', ')}`,
    );
  }
  const text = await read(file, input);
  const broken = jsonProblems(text);
  if (broken.length > 0) {
    return failed(...broken.map(({ line, column, message }) => `situation:${line}:${column}: ${message}`));
  }
  const parsed: unknown = JSON.parse(text);
  const { verdicts, problems } = await decideAll(id, Array.isArray(parsed) ? parsed : [parsed]);
  if (problems.length > 0) {
    return failed(
      ...problems.map(
        ({ index, path, message }) => `${Array.isArray(parsed) ? `[${index}].` : ''}${path}: ${message}`,
      ),
    );
  }
  return { exitCode: 0, stdout: Array.isArray(parsed) ? verdicts : verdicts[0] };
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

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', { usage: 'check [directory|file]', run: check }],
  ['decide', { usage: 'decide <rule-set> [file|-]', run: decide }],
]);

const usage = (known: ReadonlyMap<string, Command>): Printed =>
  failed('usage:', ...[...known.values()].map((command) => `  npm run -s rules -- ${command.usage}`));

/** Errors a person at the shell can do something about; anything else is a bug and keeps its stack. */
const explained = (error: unknown): Printed => {
  if (error instanceof RuleFilesError || error instanceof UnknownRuleSet) return failed(error.message);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return failed(error.message);
  throw error;
};

/**
 * Runs a command of `npm run -s rules`. Exit code 0: all is well; 1: something is wrong, or could not be read.
 *
 * @param input reads what comes on stdin; asked only where a command needs it.
 * @param more commands that need more than rule files.
 */
export const runCommand = async (
  [name = '', ...args]: readonly string[],
  input: ReadInput,
  more: ReadonlyMap<string, Command> = new Map(),
): Promise<Printed> => {
  const known = new Map([...commands, ...more]);
  return (await known.get(name)?.run(args, input).catch(explained)) ?? usage(known);
};
