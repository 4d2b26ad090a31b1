import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { BehaviourChange, FieldChange } from '#app/domain/ruleComparison.ts';
import type { DraftFinding, ExampleResult, ReadDraft } from '#app/domain/ruleDraft.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { analyse } from './analysis/index.ts';
import { loadDraft } from './backTest/draft.ts';
import { behaviourChanges } from './behaviour.ts';
import { compareRuleSets } from './compare.ts';
import { expectationOf } from './draftExamples.ts';
import { editableParts } from './editable.ts';
import {
  exampleProblemsIn,
  type JudgedExample,
  judgeExamples,
  type LoadedFile,
  loadRuleFile,
} from './load.ts';
import { japaneseDate } from './message.ts';
import type { Example, RuleSet, RuleSetId } from './ruleset.ts';
import { situationKind } from './situations/index.ts';
import { readSource } from './source.ts';

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** One value of a rule file's text set anew: `undefined` takes it out. The rest of the text stays as it was written. */
export type DraftEdit = { path: JSONPath; value: unknown };

/**
 * The text with those values set, in turn.
 * @throws Error when a path leads through something that is no object or list.
 */
export const withEdits = (text: string, edits: readonly DraftEdit[]): string =>
  edits.reduce(
    (current, { path, value }) => applyEdits(current, modify(current, path, value, { formattingOptions })),
    text,
  );

/** The text as the version of that number, in force from that day on without an end. */
export const numbered = (text: string, version: string, from: CalendarDate): string =>
  withEdits(text, [
    { path: ['version'], value: version },
    { path: ['effective'], value: { from, to: null } },
  ]);

/** The text without a byte order mark. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/**
 * Checks a draft as a rule file is checked: syntax, shape, meaning, every example; and that it is about its rule set.
 * A text that is wrong is no error here but a list of problems with line and column.
 */
export const checkDraft = async (
  ruleSet: string,
  text: string,
  choices: { examples?: boolean } = {},
): Promise<LoadedFile> => {
  const loaded = await loadRuleFile(`${ruleSet}.json`, new TextEncoder().encode(text), choices);
  if (!loaded.ok || loaded.ruleSet.id === (ruleSet as RuleSetId)) return loaded;
  const message = `識別名(id)が「${loaded.ruleSet.id}」です。この変更は「${ruleSet}」についてのものです。元に戻してください。`;
  const line = text.slice(0, text.indexOf('"id"')).split('\n').length;
  return { ok: false, problems: [{ file: `${ruleSet}.json`, line, column: 1, message }] };
};

/** The rule set of a text that is a rule file but for its examples, which are not run; null otherwise. */
const ruleSetIn = async (ruleSet: string, text: string): Promise<RuleSet | null> => {
  const loaded = await loadDraft(ruleSet, text);
  return loaded.ok && loaded.ruleSet.id === ruleSet ? loaded.ruleSet : null;
};

const wordsOf = (rules: readonly string[]): string => rules.join('・') || 'なし';

const inShort = (outcome: string, rules: readonly string[], dueDate: string | undefined): string =>
  `${outcome}（${wordsOf(rules)}）${dueDate === undefined ? '' : `、期限は${japaneseDate(dueDate)}`}`;

const resultOf = ({ index, example, verdict, differences }: JudgedExample): ExampleResult => ({
  index,
  id: example.id,
  title: example.title,
  expected: inShort(example.expect.outcome, example.expect.rules, example.expect.dueDate),
  actual:
    verdict === null
      ? ''
      : inShort(
          verdict.outcome,
          verdict.reasons.map(({ rule }) => rule),
          example.expect.dueDate && verdict.dueDate,
        ),
  holds: differences.length === 0,
});

/** What the analysis finds in a rule set, each at its place in the text. */
const findingsIn = async (ruleSet: RuleSet, text: string): Promise<readonly DraftFinding[]> => {
  const kind = situationKind(ruleSet.id);
  if (kind === undefined) return [];
  const source = readSource(text);
  return (await analyse(ruleSet, kind)).map(({ path, message, severity }) => ({
    ...source.placeOf([...path]),
    message,
    severity,
  }));
};

/** How many of the findings are certain: a rule that never applies, conditions that exclude each other. */
export const countFindingErrors = async (ruleSet: string, text: string): Promise<number> => {
  const read = await ruleSetIn(ruleSet, text);
  const findings = read === null ? [] : await findingsIn(read, text);
  return findings.filter(({ severity }) => severity === 'error').length;
};

/** What a draft writes differently from the version it began with, and judges differently; null where one is no rule file. */
export const compareDraft = async (
  ruleSet: string,
  baseText: string,
  text: string,
): Promise<{ changes: readonly FieldChange[]; behaviour: readonly BehaviourChange[] } | null> => {
  const [before, after] = [await ruleSetIn(ruleSet, baseText), await ruleSetIn(ruleSet, text)];
  if (before === null || after === null) return null;
  const kind = situationKind(after.id);
  return {
    changes: compareRuleSets(before, after),
    behaviour: kind ? await behaviourChanges(before, after, kind) : [],
  };
};

/** A draft as its pages show it: what is wrong where, what a form may set, and how each example comes out. */
export const describeDraft = async (ruleSet: string, text: string): Promise<ReadDraft> => {
  const read = await checkDraft(ruleSet, text, { examples: false });
  if (!read.ok) return { problems: read.problems, parts: [], examples: [], findings: [] };
  const judged = await judgeExamples(read.ruleSet);
  return {
    problems: exampleProblemsIn(`${ruleSet}.json`, text, judged),
    parts: editableParts(read.ruleSet, situationKind(read.ruleSet.id)),
    examples: judged.map(resultOf),
    findings: await findingsIn(read.ruleSet, text),
  };
};

/** Says as much as the example said before. */
const adopted = ({ deny, dueDate }: Example['expect'], verdict: Verdict): Example['expect'] =>
  expectationOf(verdict, { deny: deny !== undefined, dueDate: dueDate !== undefined });

/** The edits that make these examples expect what the draft says of them: somebody has looked at each. */
export const adoptedExamples = async (
  ruleSet: string,
  text: string,
  indices: readonly number[],
): Promise<readonly DraftEdit[]> => {
  const read = await ruleSetIn(ruleSet, text);
  const judged = read === null ? [] : await judgeExamples(read);
  return judged.flatMap(({ index, example, verdict }) =>
    verdict !== null && indices.includes(index)
      ? [{ path: ['examples', index, 'expect'], value: adopted(example.expect, verdict) }]
      : [],
  );
};
