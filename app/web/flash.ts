import type { DoneCode } from '#app/text/done.ts';

/** The address with a message for the page it leads to; that page looks the words up by the code. */
export function withDone(to: string, code: DoneCode): string {
  const [path = '', hash] = to.split('#', 2);
  const marked = `${path}${path.includes('?') ? '&' : '?'}done=${code}`;
  return hash === undefined ? marked : `${marked}#${hash}`;
}
