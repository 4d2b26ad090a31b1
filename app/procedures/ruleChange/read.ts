import type { EditablePart, ReadDraft } from '#app/domain/ruleDraft.ts';
import type { FieldValue, FormValues } from '#app/forms/field.ts';
import { adoptedExamples, compareDraft, type DraftEdit, describeDraft, withoutMark } from '#rules/draft.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';

/** A draft checked and taken apart for its pages. */
export const draftRead = (ruleSet: string, text: string): Promise<ReadDraft> => describeDraft(ruleSet, text);

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

/** What a draft writes and judges differently from the version it began with; null where one of them is no rule file. */
export const draftCompared = (
  ruleSet: string,
  baseText: string | null,
  text: string,
): ReturnType<typeof compareDraft> =>
  baseText === null ? Promise.resolve(null) : compareDraft(ruleSet, withoutMark(baseText), text);

/** Whether the set judges situations; one that holds figures only has nothing to try. */
export const judgesSituations = (ruleSet: string): boolean =>
  situationKind(ruleSet as RuleSetId) !== undefined;
