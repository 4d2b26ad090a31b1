import type { ErrorObject } from 'ajv';
import { legible } from './source.ts';

/** What the schema says about a value: the label and the allowed form its author wrote. */
type Annotated = {
  title?: string;
  description?: string;
  properties?: Readonly<Record<string, Annotated | true>>;
};

/** A value as it was read, shortened; of what is inside a list or an object only that there is something. */
const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return Array.isArray(value) ? `${value.length}個の [ ]` : '{ … }';
  return JSON.stringify(typeof value === 'string' ? legible(value, 40) : value) ?? '';
};

/** Names a reader may choose from: the first of them, and how many more there are. */
export const listed = (names: readonly string[]): string => {
  const first = names.slice(0, 20).join('・');
  return names.length > 20 ? `${first} ほか${names.length - 20}個` : first || '(なし)';
};

/** Edits that turn one word into the other, swaps of neighbours not counted as one; Infinity beyond the limit. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** 「もしかして『…』ですか。」 for the nearest of the allowed words, or nothing when none is near. */
export const didYouMean = (word: unknown, allowed: readonly string[]): string => {
  if (typeof word !== 'string') return '';
  const limit = Math.min(5, Math.max(2, Math.floor(word.length / 4)));
  const nearest = allowed
    .map((candidate) => ({
      candidate,
      edits: distance(word.toLowerCase(), candidate.toLowerCase(), limit),
    }))
    .filter(({ edits }) => edits <= limit)
    .toSorted((a, b) => a.edits - b.edits)[0];
  return nearest ? `もしかして「${nearest.candidate}」ですか。` : '';
};

const annotation = (error: ErrorObject): Annotated => (error.parentSchema ?? {}) as Annotated;

const labelOf = (annotated: Annotated | true | undefined): string =>
  (annotated !== true && annotated?.title) || '項目';

const limitOf = ({ keyword, params, schema }: ErrorObject, { description }: Annotated): string => {
  if (keyword === 'enum') return `${(schema as unknown[]).map(String).join('・')}のどれか`;
  if (keyword === 'const') return shown(params.allowedValue);
  if (keyword === 'maxItems') return `${params.limit}個まで`;
  if (description !== undefined) return description;
  switch (keyword) {
    case 'maxProperties':
      return `${params.limit}個まで`;
    case 'minItems':
    case 'minProperties':
      return `${params.limit}個以上`;
    case 'maxLength':
      return `${params.limit}文字まで`;
    case 'type':
      return (
        { object: '{ }', array: '[ ]', string: '文字列', integer: '整数' }[String(params.type)] ??
        '決められた形'
      );
    default:
      return '決められた形';
  }
};

/** A schema error as a sentence with the label of the field, what is allowed, and what was read. */
export const sentenceOf = (error: ErrorObject): string => {
  const { keyword, params, data } = error;
  const here = annotation(error);
  if (keyword === 'required') {
    const name = String(params.missingProperty);
    const missing = here.properties?.[name];
    const allowed =
      missing !== true && missing?.description
        ? `${missing.description}で書いてください。`
        : '追加してください。';
    return `「${labelOf(here)}」に「${labelOf(missing)}」(${name})がありません。${allowed}`;
  }
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty);
    const allowed = Object.keys(here.properties ?? {});
    return `「${labelOf(here)}」に「${legible(name, 40)}」という項目は書けません。${didYouMean(name, allowed)}書ける項目は ${allowed.join('・')} です。`;
  }
  if (keyword === 'uniqueItems') {
    const item = (data as unknown[])[Number(params.j)];
    return `「${labelOf(here)}」に ${shown(item)} が2回書かれています。1つにしてください。`;
  }
  const hint = keyword === 'enum' ? didYouMean(data, (error.schema as unknown[]).map(String)) : '';
  return `「${labelOf(here)}」は${limitOf(error, here)}で書いてください。いまは ${shown(error.propertyName ?? data)} です。${hint}`;
};
