import { standardForms } from './kanjiVariants.ts';
import { katakanaOf, spaces } from './normalise.ts';

const legalForms = new RegExp(
  [
    '株式会社|有限会社|合同会社|合資会社|合名会社|相互会社',
    '(?:一般|公益|特例)?(?:社団|財団)法人|医療法人(?:社団|財団)?|社会福祉法人|学校法人|宗教法人',
    '特定非営利活動法人|NPO法人|農事組合法人|(?:国立|公立)大学法人|(?:地方)?独立行政法人|(?:税理|弁護|司法書|行政書|社会保険労務)士法人',
    '\\((?:株|有|同|合|資|名|社|一社|公社|財|一財|公財|医|福|学|宗|特非|独)\\)',
    'カブシキ[カガ]イシャ|ユウゲン[カガ]イシャ|ゴウ(?:ドウ|シ|メイ)[カガ]イシャ|\\([カユド]\\)',
  ].join('|'),
  'gi',
);

/** Small kana, and those that sound like another one today. */
const kanaAlike: ReadonlyMap<string, string> = new Map(
  ['ァア', 'ィイ', 'ゥウ', 'ェエ', 'ォオ', 'ッツ', 'ャヤ', 'ュユ', 'ョヨ', 'ヮワ', 'ヵカ', 'ヶケ']
    .concat(['ヂジ', 'ヅズ', 'ヰイ', 'ヱエ', 'ヲオ'])
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** The long-vowel mark is a letter to Unicode; hyphens, dots, brackets and the like are not. */
const marks = /[\u30FC\p{P}\p{S}\p{M}]/gu;

/** Between two kanji ガ, ケ and ヶ are written for one another: 霞が関, 霞ヶ関. */
const joiningKa = /(?<=\p{sc=Han})[ガケ](?=\p{sc=Han})/gu;

const each = (text: string, alike: ReadonlyMap<string, string>): string =>
  Array.from(text, (letter) => alike.get(letter) ?? letter).join('');

/** One width, katakana, the standard form of each kanji, 々 written out; no spaces. */
const foldedForms = (text: string): string =>
  each(katakanaOf(text.normalize('NFKC')).replace(spaces, ''), standardForms).replace(
    /(\p{sc=Han})々/gu,
    '$1$1',
  );

/** Kana of one size without long-vowel marks; no punctuation; lower case. */
const foldedSounds = (text: string): string =>
  each(text, kanaAlike).replace(joiningKa, 'ケ').replace(marks, '').toLowerCase();

/**
 * The text under which a name is found and compared, never shown: whoever writes it in other kanji forms, kana, width,
 * with or without spaces, hyphens and 法人格 before or after it, finds it. A text that is nothing but a 法人格 keeps it.
 */
export function searchKey(text: string): string {
  const folded = foldedForms(text);
  const bare = folded.replace(legalForms, '');
  return foldedSounds(bare === '' ? folded : bare);
}

/** Text typed into a search box as the parts that all have to be found, in any order; a 法人格 says nothing beside a name. */
export function searchWords(text: string): string[] {
  const typed = text.normalize('NFKC').split(/\s+/);
  const named = typed.filter((word) => foldedForms(word).replace(legalForms, '') !== '');
  return (named.length === 0 ? typed : named).map(searchKey).filter(Boolean);
}

/**
 * Where the key stands in a text that is shown, in code units; null where it does not, as across a 法人格. Letters are
 * folded one by one, so what depends on their neighbours is not marked.
 */
export function matchedRange(text: string, key: string): { start: number; end: number } | null {
  let at = 0;
  const letters = Array.from(text, (letter) => {
    const start = at;
    at += letter.length;
    return { folded: foldedSounds(foldedForms(letter)), start, end: at };
  });
  const found = letters
    .map(({ folded }) => folded)
    .join('')
    .indexOf(key);
  if (key === '' || found < 0) return null;
  let length = 0;
  const touched = letters.filter(({ folded }) => {
    const begins = length;
    length += folded.length;
    return length > found && begins < found + key.length;
  });
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
