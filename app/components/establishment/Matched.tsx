import { searchKey } from '#app/forms/normalise.ts';

/** Each code point as the search sees it, with where it begins in the text. */
function foldedLetters(text: string): { folded: string; start: number; end: number }[] {
  let start = 0;
  return [...text].map((letter) => {
    const end = start + letter.length;
    const one = { folded: searchKey(letter), start, end };
    start = end;
    return one;
  });
}

/** Where `key` stands in the text, compared as the search compares; null where it does not (across a 法人格). */
export function matchedRange(text: string, key: string): { start: number; end: number } | null {
  const letters = foldedLetters(text);
  const at = letters
    .map((letter) => letter.folded)
    .join('')
    .indexOf(key);
  if (key === '' || at < 0) return null;
  let length = 0;
  const touched = letters.filter(({ folded }) => {
    const begins = length;
    length += folded.length;
    return length > at && begins < at + key.length;
  });
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** A text with the part that was searched for marked. */
export function Matched({ text, search }: { text: string; search: string | null }) {
  const range = search === null ? null : matchedRange(text, search);
  if (range === null) return <>{text}</>;
  return (
    <>
      {text.slice(0, range.start)}
      <mark>{text.slice(range.start, range.end)}</mark>
      {text.slice(range.end)}
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
