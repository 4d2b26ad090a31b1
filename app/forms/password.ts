import type { FieldError } from '#app/domain/refusal.ts';
import { codePointLength } from './normalise.ts';

/** Bounds in code points, both included (rules/limits/account.json). */
export type PasswordBounds = { min: number; max: number };

/** Words everybody would try first here. */
const contextWords: readonly string[] = [
  'hellowork',
  'madoguchi',
  'mypage',
  'password',
  'ハローワーク',
  'マイページ',
  'パスワード',
];

/** The part of an address before @ is only worth forbidding when it is long enough to mean something. */
const SHORTEST_NAME = 4;

/** Alphabet, digits on end, rows of the keyboard; each is read forwards and backwards. */
const rows: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const sequences = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Shorter pieces occur in any word. */
const SHORTEST_RUN = 3;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** One pattern said again and again: `aaaaaaaaaa`, `abc1abc1abc`. */
function isRepetition(letters: readonly string[]): boolean {
  const longestUnit = Math.floor(letters.length / 2);
  for (let unit = 1; unit <= longestUnit; unit += 1) {
    if (letters.every((letter, index) => letter === letters[index % unit])) return true;
  }
  return false;
}

/** The longest beginning of `text` that is a piece of a known sequence. */
function runLength(text: string): number {
  let length = 1;
  while (length < text.length && sequences.some((row) => row.includes(text.slice(0, length + 1))))
    length += 1;
  return length;
}

/** Nothing but neighbours in a row: `1234567890`, `abcd1234`, `qwertyasdfgh`. */
function isSequence(text: string): boolean {
  for (let rest = text; rest !== ''; ) {
    const length = runLength(rest);
    if (length < SHORTEST_RUN) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** The address itself, or what stands before @ in it. */
function containsAddress(text: string, email: string): boolean {
  const name = folded(email.slice(0, email.lastIndexOf('@')));
  return codePointLength(name) >= SHORTEST_NAME && text.includes(name);
}

/**
 * What is wrong with a new password, or null. Letters of every kind are allowed; length is what makes it strong, so
 * no mixture of kinds is asked for.
 */
export function passwordProblem(
  password: string,
  email: string,
  { min, max }: PasswordBounds,
): FieldError | null {
  const field = 'password';
  const typed = password.normalize('NFC');
  const length = codePointLength(typed);
  if (length < min) return { field, code: 'too-short', params: { length, min } };
  if (length > max) return { field, code: 'too-long', params: { length, max } };

  const text = folded(typed);
  if (isRepetition([...text]) || isSequence(text)) return { field, code: 'password-common' };
  if (containsAddress(text, email)) return { field, code: 'password-is-email' };
  const word = contextWords.find((one) => text.includes(folded(one)));
  return word === undefined ? null : { field, code: 'password-guessable', params: { word } };
}
