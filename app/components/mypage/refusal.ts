import type { Refusal } from '#app/domain/refusal.ts';
import { type RefusalCode, refusalText, refusalTexts } from '#app/text/refusals.ts';

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);

/** What a page knows of a refusal. */
export type ShownRefusal = Pick<Refusal, 'code' | 'params' | 'verdict'>;

type Answer = { refusal: ShownRefusal | null } | undefined;

/** The refusal because a feature is closed: of the act that was tried, else the one it would meet. */
export const closedBy = (answer: Answer, expected: ShownRefusal | null): ShownRefusal | null =>
  answer?.refusal?.code === 'feature-closed' ? answer.refusal : expected;

/** The sentence above a form that was refused; nothing where its fields say everything. */
export function refusalSentence(answer: Answer): string | undefined {
  const refusal = answer?.refusal ?? null;
  if (refusal === null || refusal.code === 'fields-wrong' || !isKnown(refusal.code)) return undefined;
  return refusalText(refusal.code, refusal.params);
}
