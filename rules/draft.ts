import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { type LoadedFile, loadRuleFile } from './load.ts';
import type { RuleSetId } from './ruleset.ts';

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
export const checkDraft = async (ruleSet: string, text: string): Promise<LoadedFile> => {
  const loaded = await loadRuleFile(`${ruleSet}.json`, new TextEncoder().encode(text));
  if (!loaded.ok || loaded.ruleSet.id === (ruleSet as RuleSetId)) return loaded;
  const message = `識別名(id)が「${loaded.ruleSet.id}」です。この変更は「${ruleSet}」についてのものです。元に戻してください。`;
  const line = text.slice(0, text.indexOf('"id"')).split('\n').length;
  return { ok: false, problems: [{ file: `${ruleSet}.json`, line, column: 1, message }] };
};
