import { isRecordId } from '#app/domain/ids.ts';

/** Reads one piece of an address; null where it is not what the route expects, which the visitor sees as 404. */
export type Parser<Value> = (text: string | undefined) => Value | null;
export type Parsers = Readonly<Record<string, Parser<unknown>>>;

/** The address of a route once read: `{ id: recordId }` becomes `{ id: string }`. */
export type ParsedParams<P extends Parsers> = {
  readonly [Name in keyof P]: NonNullable<ReturnType<P[Name]>>;
};

/** An id of one of our records; anything else never reaches SQL. */
export const recordId: Parser<string> = (text) => (isRecordId(text) ? text : null);

/** A whole number written in digits, within bounds: `/steps/3`. */
export const numberWithin =
  (min: number, max: number): Parser<number> =>
  (text) => {
    const value = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : null;
  };

/** The number of a row that is numbered as rows come: `/audit/12345`. */
export const rowNumber: Parser<number> = (text) =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** Text of a known shape: `/api/zip/:code`. The expression must be anchored and linear. */
export const textLike =
  (shape: RegExp): Parser<string> =>
  (text) =>
    text !== undefined && shape.test(text) ? text : null;

/** One of these words: `/print/:sheet/…`. */
export const oneOf =
  <Word extends string>(words: readonly Word[]): Parser<Word> =>
  (text) =>
    words.find((word) => word === text) ?? null;

/** The two pieces of a rule set's id: `eligibility/visit-required`. */
export const ruleSetName = textLike(/^[a-z]+(-[a-z]+)*$/);

/** The number of a version: `1.0.0`. */
export const versionNumber = textLike(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/);

/** Every piece of the address by its parser, or null as soon as one does not fit. */
export function parseParams<P extends Parsers>(
  parsers: P,
  params: Readonly<Record<string, string | undefined>>,
): ParsedParams<P> | null {
  const parsed: Record<string, unknown> = {};
  for (const [name, parse] of Object.entries(parsers)) {
    const value = parse(params[name]);
    if (value === null || value === undefined) return null;
    parsed[name] = value;
  }
  return parsed as ParsedParams<P>;
}

/** Which form of a picture: `/image-files/:id/thumbnail`. */
export const pictureSize: Parser<'picture' | 'thumbnail'> = (text) =>
  text === 'picture' || text === 'thumbnail' ? text : null;
