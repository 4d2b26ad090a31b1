import { createHash } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { ErrorObject, SchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JSONPath } from 'jsonc-parser';
import { isCalendarDate } from '#app/domain/calendar.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { judge } from './judge.ts';
import { meaningProblems } from './meaning/index.ts';
import type { MeaningProblem } from './meaning/problem.ts';
import schema from './ruleset.schema.json' with { type: 'json' };
import type { Example, RuleSet, RuleSetFile } from './ruleset.ts';
import { sentenceOf } from './sentences.ts';
import { SituationError } from './situation.ts';
import { situationKind } from './situations/index.ts';
import {
  jsonProblems,
  legible,
  readSource,
  type Source,
  type TextLimits,
  type TextProblem,
  textOf,
  WHOLE_FILE,
} from './source.ts';

/** A rule file longer than this is refused unread. */
export const MAX_BYTES = 512 * 1024;
const MAX_PROBLEMS = 100;
/** Of a problem's sentence, in characters. */
const MAX_SENTENCE = 600;
const LIMITS: TextLimits = { entries: 1000, values: 60_000 };

/** What is wrong with a rule file, in Japanese, where. Lines and columns count from 1, and are 0 where it is the whole file. */
export type RuleFileProblem = TextProblem & { file: string };

export type LoadedFile = { ok: true; ruleSet: RuleSet } | { ok: false; problems: readonly RuleFileProblem[] };

/** SHA-256 of the bytes of a rule file. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Definitions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Puts shared definitions in the places that give them a title, so that an error knows the label of its field. */
const withTitles = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withTitles);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: string; title?: string };
  if ($ref === undefined || rest.title === undefined) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withTitles(value)]));
  }
  const definition = (schema.$defs as Definitions)[$ref.replace('#/$defs/', '')];
  return withTitles({ ...definition, ...rest });
};

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  verbose: true,
});
ajv.addFormat('calendarDate', { type: 'string', validate: isCalendarDate });
/** Whether a value has the shape of a rule file; `errors` says where not. */
export const isRuleSetFile = ajv.compile<RuleSetFile>(withTitles(schema) as SchemaObject);

const pathOf = (pointer: string): JSONPath =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Keywords that only report that something inside them failed. */
const isEcho = ({ keyword }: ErrorObject): boolean => keyword === 'if' || keyword === 'propertyNames';

const schemaProblem = (source: Source, error: ErrorObject): TextProblem => {
  const path = pathOf(error.instancePath);
  const name =
    error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : error.propertyName;
  const place = name === undefined ? source.placeOf(path) : source.placeOfName(path, name);
  return { ...place, message: sentenceOf(error) };
};

const differences = (example: Example, verdict: Verdict): string[] => {
  const { outcome, rules, deny, dueDate } = example.expect;
  const fired = verdict.reasons.map(({ rule }) => rule);
  const words = (names: readonly string[]): string => names.join('・') || 'なし';
  return [
    ...(verdict.outcome === outcome ? [] : [`結論は ${outcome} のはずが ${verdict.outcome} でした`]),
    ...(words(fired) === words(rules)
      ? []
      : [`当たる規則は ${words(rules)} のはずが ${words(fired)} でした`]),
    ...(deny === undefined || words(deny) === words(verdict.deny ?? [])
      ? []
      : [`閉じる機能は ${words(deny)} のはずが ${words(verdict.deny ?? [])} でした`]),
    ...(dueDate === undefined || dueDate === verdict.dueDate
      ? []
      : [`期限日は ${dueDate} のはずが ${verdict.dueDate ?? 'なし'} でした`]),
  ];
};

/** An example with what its situation comes to under the rule set, and how that differs from what it expects. */
export type JudgedExample = {
  index: number;
  example: Example;
  verdict: Verdict | null;
  differences: readonly string[];
};

/** Every example of a rule set with what it comes to, with room for whatever else the process has to do after each. */
export const judgeExamples = async (ruleSet: RuleSet): Promise<readonly JudgedExample[]> => {
  const kind = situationKind(ruleSet.id);
  if (kind === undefined) return [];
  const judged: JudgedExample[] = [];
  for (const [index, example] of ruleSet.examples.entries()) {
    try {
      const verdict = await judge(ruleSet, kind, kind.read(example.situation));
      judged.push({ index, example, verdict, differences: differences(example, verdict) });
    } catch (error) {
      if (!(error instanceof SituationError)) throw error;
      const unread = error.problems.map(({ path, message }) => `${path}: ${message}`);
      judged.push({ index, example, verdict: null, differences: unread });
    }
    await othersFirst();
  }
  return judged;
};

/** What is wrong with the examples that do not hold, each at its place. */
const failedExamples = (judged: readonly JudgedExample[]): MeaningProblem[] =>
  judged.flatMap(({ index, example, verdict, differences: wrong }) => {
    const name = `例「${example.title}」(${example.id})`;
    return wrong.map((difference) =>
      verdict === null
        ? {
            path: ['examples', index, 'situation'],
            message: `${name}の事案を読み取れません。${difference}`,
          }
        : { path: ['examples', index, 'expect'], message: `${name}: ${difference}。` },
    );
  });

const asFileProblems = (file: string, problems: readonly TextProblem[]): readonly RuleFileProblem[] =>
  problems
    .slice(0, MAX_PROBLEMS)
    .map(({ message, ...place }) => ({ file, ...place, message: legible(message, MAX_SENTENCE) }));

const placedIn =
  (source: Source) =>
  ({ path, name, message }: MeaningProblem): TextProblem => ({
    ...(name === undefined ? source.placeOf(path) : source.placeOfName(path, name)),
    message,
  });

/** The examples that do not hold, as problems of the file's text. */
export const exampleProblemsIn = (
  file: string,
  text: string,
  judged: readonly JudgedExample[],
): readonly RuleFileProblem[] => asFileProblems(file, failedExamples(judged).map(placedIn(readSource(text))));

export const tooLarge: TextProblem = {
  ...WHOLE_FILE,
  message: `ファイルが大きすぎます。${MAX_BYTES / 1024} KB までにしてください。`,
};

/**
 * Reads one rule file and checks it in this order: size, characters, JSON with names written twice, shape, meaning,
 * examples. Each step runs only when the one before found nothing; within a step every problem is reported, up to a
 * hundred. No step takes long, whatever the file holds, and the process does other work between them.
 *
 * @param file the name shown in the problems.
 * @param options `examples: false` for bytes whose examples have held before.
 */
export const loadRuleFile = async (
  file: string,
  bytes: Uint8Array,
  { examples = true }: { examples?: boolean } = {},
): Promise<LoadedFile> => {
  const refuse = (problems: readonly TextProblem[]): LoadedFile => ({
    ok: false,
    problems: asFileProblems(file, problems),
  });
  if (bytes.length > MAX_BYTES) return refuse([tooLarge]);
  const text = textOf(bytes);
  if (typeof text !== 'string') return refuse([text]);
  const broken = jsonProblems(text, LIMITS);
  if (broken.length > 0) return refuse(broken);
  await othersFirst();

  const source = readSource(text);
  const value: unknown = source.value;
  await othersFirst();
  if (!isRuleSetFile(value)) {
    const errors = (isRuleSetFile.errors ?? []).filter((error) => !isEcho(error));
    return refuse(errors.slice(0, MAX_PROBLEMS).map((error) => schemaProblem(source, error)));
  }
  await othersFirst();
  const placed = placedIn(source);
  const wrong = meaningProblems(value, situationKind(value.id));
  if (wrong.length > 0) return refuse(wrong.slice(0, MAX_PROBLEMS).map(placed));
  await othersFirst();

  const ruleSet: RuleSet = { ...value, hash: hashOf(bytes) };
  const failed = examples ? failedExamples(await judgeExamples(ruleSet)) : [];
  return failed.length > 0 ? refuse(failed.map(placed)) : { ok: true, ruleSet };
};
