import type { Refusal } from '#app/domain/refusal.ts';
import { type RefusalCode, refusalText, refusalTexts } from '#app/text/refusals.ts';

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);

/** The sentence above a form that was refused; nothing where its fields say everything. */
export function refusalSentence(
  answer: { refusal: Pick<Refusal, 'code' | 'params'> | null } | undefined,
): string | undefined {
  const refusal = answer?.refusal ?? null;
  if (refusal === null || refusal.code === 'fields-wrong' || !isKnown(refusal.code)) return undefined;
  return refusalText(refusal.code, refusal.params);
}
