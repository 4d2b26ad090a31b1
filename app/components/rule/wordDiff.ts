/** A piece of a line, and whether it stands on this side only. */
export type Piece = { text: string; only: boolean };

/** A line of each side: what they share is plain. A side is null where the line is not there. */
export type LinePair = { before: readonly Piece[] | null; after: readonly Piece[] | null };

/** Beyond so many words a line is shown as changed from end to end. */
const MAX_WORDS = 400;

/** Figures, words in one script, and every other character by itself: browsers and the server must cut alike. */
const wordsOf = (line: string): readonly string[] =>
  line.match(/[\d,.]+|[A-Za-z_]+|[ァ-ヴー]+|[一-龠々]+|[\s\S]/gu) ?? [];

/** Pairs of places of the longest sequence that both lists share, in order. */
const shared = (
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] => {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        before[i] === after[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
};

const pieces = (words: readonly string[], kept: ReadonlySet<number>): readonly Piece[] => {
  const found: Piece[] = [];
  for (const [index, text] of words.entries()) {
    const only = !kept.has(index);
    const last = found.at(-1);
    if (last?.only === only) found[found.length - 1] = { text: last.text + text, only };
    else found.push({ text, only });
  }
  return found;
};

/** Two lines word by word; lines that have little in common are shown as wholly different. */
const linePair = (before: string, after: string): LinePair => {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const pairs = old.length > MAX_WORDS || now.length > MAX_WORDS ? [] : shared(old, now);
  const common = pairs.reduce((length, [place]) => length + (old[place]?.length ?? 0), 0);
  const alike = common * 3 >= Math.min(before.length, after.length);
  return {
    before: pieces(old, new Set(alike ? pairs.map(([place]) => place) : [])),
    after: pieces(now, new Set(alike ? pairs.map(([, place]) => place) : [])),
  };
};

const wholly = (line: string): readonly Piece[] => [{ text: line, only: true }];
const plainly = (line: string): readonly Piece[] => [{ text: line, only: false }];

/** Lines that changed between two that did not: beside each other as far as there are as many. */
const between = (before: readonly string[], after: readonly string[]): readonly LinePair[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index): LinePair => {
    const [old, now] = [before[index], after[index]];
    if (old !== undefined && now !== undefined) return linePair(old, now);
    return { before: old === undefined ? null : wholly(old), after: now === undefined ? null : wholly(now) };
  });

/** Two texts line by line, equal lines beside each other. */
export const linePairs = (before: readonly string[], after: readonly string[]): readonly LinePair[] => {
  const equal = [...shared(before, after), [before.length, after.length] as const];
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  for (const [old, now] of equal) {
    pairs.push(...between(before.slice(i, old), after.slice(j, now)));
    const line = before[old];
    if (line !== undefined) pairs.push({ before: plainly(line), after: plainly(line) });
    [i, j] = [old + 1, now + 1];
  }
  return pairs;
};
