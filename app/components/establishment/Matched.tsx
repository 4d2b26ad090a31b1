import { matchedRange } from '#app/forms/searchKey.ts';

/** A text with the parts that were searched for marked. */
export function Matched({ text, words }: { text: string; words: readonly string[] }) {
  const ranges = words
    .flatMap((word) => matchedRange(text, word) ?? [])
    .toSorted((one, other) => one.start - other.start);
  let shown = 0;
  const pieces = ranges.flatMap(({ start, end }) => {
    const from = Math.max(start, shown);
    if (end <= from) return [];
    const before = text.slice(shown, from);
    shown = end;
    return [before, <mark key={from}>{text.slice(from, end)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(shown)}
    </>
  );
}

/** The same for numbers, which are searched without their hyphens. */
export function MatchedDigits({ text, digits }: { text: string; digits: string | null }) {
  const bare = text.replaceAll('-', '');
  const at = digits === null ? -1 : bare.indexOf(digits);
  if (digits === null || at < 0) return <>{text}</>;
  const position = (count: number): number => {
    let seen = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (seen === count) return index;
      if (text[index] !== '-') seen += 1;
    }
    return text.length;
  };
  const start = position(at);
  const end = position(at + digits.length);
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}
