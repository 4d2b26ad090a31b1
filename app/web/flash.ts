import type { DoneCode } from '#app/text/done.ts';

/**
 * The address with a message for the page it leads to; that page looks the words up by the code.
 * @param of the id of the record it was done to, where the page offers to take it back
 */
export function withDone(to: string, code: DoneCode, of?: string): string {
  const [path = '', hash] = to.split('#', 2);
  const marked = `${path}${path.includes('?') ? '&' : '?'}done=${code}${of === undefined ? '' : `&of=${encodeURIComponent(of)}`}`;
  return hash === undefined ? marked : `${marked}#${hash}`;
}
