/** Row ⇄ record helpers shared by the stores: JSON text, 0/1 booleans, database errors by meaning. */

export const toJson = (value: unknown): string => JSON.stringify(value);
export const fromJson = <Value>(text: string): Value => JSON.parse(text) as Value;

export const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0);
export const fromFlag = (value: number): boolean => value === 1;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A unique index said no: SQLITE_CONSTRAINT with its text, or PostgreSQL's 23505. */
export const isUniqueViolation = (error: unknown): boolean =>
  codeOf(error) === '23505' ||
  (codeOf(error).startsWith('SQLITE_CONSTRAINT') &&
    /UNIQUE|PRIMARY KEY/.test(error instanceof Error ? error.message : ''));

/** The write lock is held by another process; worth trying again. */
export const isBusy = (error: unknown): boolean =>
  ['SQLITE_BUSY', 'SQLITE_LOCKED', '40001', '40P01', '55P03'].includes(codeOf(error));
