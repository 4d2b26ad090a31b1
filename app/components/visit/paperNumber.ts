import { parseEstablishmentNumber, parsePostingNumber } from '#app/domain/ids.ts';
import { compact } from '#app/forms/normalise.ts';

/** 受付番号 of a 求人申込控え: twelve hexadecimal digits (app/load-context.d.ts). */
const receiptShape = /^[0-9a-f]{12}$/;

/** A whole number off a paper, typed or scanned in any width: 事業所番号, 求人番号, 受付番号; null where it is none. */
export function paperNumber(
  text: string,
): { kind: 'posting' | 'establishment' | 'receipt'; number: string } | null {
  const typed = compact(text);
  const establishment = parseEstablishmentNumber(typed);
  if (establishment !== null) return { kind: 'establishment', number: establishment };
  const posting = parsePostingNumber(typed);
  if (posting !== null) return { kind: 'posting', number: posting };
  const receipt = typed.toLowerCase();
  return receiptShape.test(receipt) ? { kind: 'receipt', number: receipt } : null;
}
