import { useIsomorphicEffect } from '@mantine/hooks';
import { createContext, useContext, useRef } from 'react';
import { isSingle, keyOf, meaning, type Place, reaches } from './press.ts';

/** One command of a page: `keys` as the tables of keys write them (`a`, `g q`, `Ctrl+Enter`). */
export type Command = { keys: string; label: string; run: () => void };

/** Whether the person uses keys of one character (個人設定). */
export const SingleKeys = createContext(true);

/** The lists of the mounted components, the innermost last: it goes before the others. */
const lists: { current: readonly Command[] }[] = [];
let begun: string | null = null;

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  const input = target.closest('input, textarea, select, [contenteditable="true"]');
  if (input instanceof HTMLInputElement && /^(checkbox|radio|submit|button)$/.test(input.type))
    return 'control';
  if (input !== null) return 'field';
  return target.closest('a[href], button, summary') === null ? 'page' : 'control';
}

function onKey(event: KeyboardEvent): void {
  const key = keyOf(event);
  const place = placeOf(event.target);
  const before = begun;
  begun = null;
  if (key === null || event.defaultPrevented || !reaches(key, place)) return;
  const commands = lists.toReversed().flatMap((list) => list.current);
  const found = meaning(
    key,
    before,
    commands.map(({ keys }) => keys),
  );
  if (found === null) return;
  if ('begun' in found) begun = found.begun;
  else {
    event.preventDefault();
    commands.find(({ keys }) => keys === found.run)?.run();
  }
}

/**
 * The keys of a component from the moment it is on the page. Each is also a link or a button: keys add nothing but speed.
 */
export function useCommands(commands: readonly Command[]): void {
  const single = useContext(SingleKeys);
  const list = useRef<readonly Command[]>([]);
  useIsomorphicEffect(() => {
    list.current = single ? commands : commands.filter(({ keys }) => !isSingle(keys));
  });
  useIsomorphicEffect(() => {
    if (lists.length === 0) window.addEventListener('keydown', onKey);
    lists.push(list);
    return () => {
      lists.splice(lists.indexOf(list), 1);
      if (lists.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
}
