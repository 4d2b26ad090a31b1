import { type KeyArea, keyTable } from '#app/text/staff/keys.ts';
import type { Command } from './useCommands.ts';

/** The commands of an area that are possible now; `undefined` is one that is not. */
export function commandsOf<Area extends KeyArea>(
  area: Area,
  runs: { [Name in keyof (typeof keyTable)[Area]['keys']]?: (() => void) | undefined },
): Command[] {
  const keys: Readonly<Record<string, readonly [string, string]>> = keyTable[area].keys;
  return Object.entries<(() => void) | undefined>(runs).flatMap(([name, run]) => {
    const [key, label] = keys[name] ?? [];
    return run === undefined || key === undefined || label === undefined ? [] : [{ keys: key, label, run }];
  });
}
