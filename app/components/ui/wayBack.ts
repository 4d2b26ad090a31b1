import { useEffect, useState } from 'react';

/** A list with filters, as it was seen last in this browser tab; signing out empties the storage. */
const keyOf = (list: string): string => `list ${list}`;

export const rememberList = (list: string, seen: string): void => sessionStorage.setItem(keyOf(list), seen);

/** Links that lead back to a list lead to it as it was seen last; without a script, to the whole of it. */
export function useWaysBack<Way extends { to: string }>(trail: readonly Way[]): readonly Way[] {
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const lists = trail.map(({ to }) => to).join(' ');
  useEffect(() => {
    const known = lists.split(' ').flatMap((list) => {
      const last = sessionStorage.getItem(keyOf(list));
      return last === null ? [] : [[list, last] as const];
    });
    setSeen(Object.fromEntries(known));
  }, [lists]);
  return trail.map((way) => ({ ...way, to: seen[way.to] ?? way.to }));
}
