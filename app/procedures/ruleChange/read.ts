import type { EditablePart, ReadDraft } from '#app/domain/ruleDraft.ts';
import type { FieldValue, FormValues } from '#app/forms/field.ts';
import { adoptedExamples, type DraftEdit, readDraft, withoutMark } from '#rules/draft.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';

/** A draft checked and taken apart for its pages. */
export const draftRead = (ruleSet: string, text: string): Promise<ReadDraft> => readDraft(ruleSet, text);

/** The edits that make these examples expect what the draft says of them. */
export const adoptionEdits = (
  ruleSet: string,
  text: string,
  indices: readonly number[],
): Promise<readonly DraftEdit[]> => adoptedExamples(ruleSet, text, indices);

/** The place of a part as a JSON path: pieces of digits are places in a list. */
const pathOf = (name: string): (string | number)[] =>
  name.split('.').map((piece) => (/^\d+$/.test(piece) ? Number(piece) : piece));

const valueIn = (part: EditablePart, typed: FieldValue | undefined): EditablePart['value'] => {
  if (part.kind === 'flag') return typed === 'true';
  if (part.kind === 'choices') return Array.isArray(typed) ? typed : [];
  return typed === null || typed === undefined ? '' : (typed as EditablePart['value']);
};

/** What a form changes of a draft: only the parts whose value is another one now. */
export const editsOf = (parts: readonly EditablePart[], values: FormValues): readonly DraftEdit[] =>
  parts.flatMap((part) => {
    const value = valueIn(part, values[part.name]);
    return JSON.stringify(value) === JSON.stringify(part.value) ? [] : [{ path: pathOf(part.name), value }];
  });

/** What stands in a part, in words. */
const wordsOf = (part: EditablePart): string => {
  const values = (Array.isArray(part.value) ? part.value : [part.value]).map(String);
  const label = (value: string): string => {
    if (part.kind === 'flag') return value === 'true' ? 'はい' : 'いいえ';
    return 'choices' in part
      ? (part.choices.find((choice) => choice.value === value)?.label ?? value)
      : value;
  };
  return `${values.map(label).join('、')}${part.unit ?? ''}`;
};

/**
 * What a draft changes of the version it began with, value by value: a part that is only on one side was added or taken
 * out. Empty where either text is no rule file.
 */
export const draftDifferences = async (
  ruleSet: string,
  baseText: string | null,
  parts: readonly EditablePart[],
): Promise<readonly { what: string; before: string; after: string }[]> => {
  if (baseText === null || parts.length === 0) return [];
  const base = (await readDraft(ruleSet, withoutMark(baseText))).parts;
  const keyOf = ({ group, label, name }: EditablePart): string =>
    group.startsWith('規則の名前') ? name : `${group} ${label}`;
  const names = [...new Set([...base, ...parts].map(keyOf))];
  return names.flatMap((key) => {
    const [before, after] = [base, parts].map((side) => side.find((part) => keyOf(part) === key));
    const words = [before, after].map((part) => (part ? wordsOf(part) : '')) as [string, string];
    const what = after ?? before;
    return words[0] === words[1] || what === undefined
      ? []
      : [{ what: `${what.group}：${what.label}`, before: words[0], after: words[1] }];
  });
};

/** Whether the set judges situations; one that holds figures only has nothing to try. */
export const judgesSituations = (ruleSet: string): boolean =>
  situationKind(ruleSet as RuleSetId) !== undefined;
