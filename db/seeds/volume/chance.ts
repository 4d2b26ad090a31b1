/** Numbers that look like chance and are the same for the same seed. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** The same, small ones more often: of many employers few are busy. */
  lowBelow(limit: number): number;
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A UUID version 7 of that moment. */
  id(at: string): string;
};

/** FNV-1a of a text: where the sequence begins. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

/** mulberry32, begun by a text. */
export function createChance(seed: string): Chance {
  let state = hashOf(seed);
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => bits() / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  const hex = (): string => bits().toString(16).padStart(8, '0');
  return {
    next,
    below,
    lowBelow: (limit) => Math.floor(next() ** 3 * limit),
    happens: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    id: (at) => {
      const time = Date.parse(at).toString(16).padStart(12, '0');
      const [a, b, c] = [hex(), hex(), hex()];
      const variant = '89ab'[Number.parseInt(a.charAt(3), 16) % 4];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(4, 7)}-${b}${c.slice(0, 4)}`;
    },
  };
}
