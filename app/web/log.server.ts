/**
 * One JSON line on stdout. Only what is listed here can be said: no names, addresses, texts or queries, so that logs
 * hold no personal data and a line break in a value cannot forge a line.
 */
export type LogFields = {
  requestId?: string;
  method?: string;
  /** As loggedPath() gives it. */
  path?: string;
  status?: number;
  ms?: number;
  audience?: string;
  procedure?: string;
  /** Opaque id of the actor. */
  actor?: string;
  error?: { name: string; code: string; at: readonly string[] };
  job?: {
    id?: string | undefined;
    kind?: string | undefined;
    attempts?: number | undefined;
    code?: string | undefined;
  };
  /** A code; in demo and test mode also the message of an error. */
  detail?: string;
};

export type LogLevel = 'info' | 'warn' | 'error';

export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** An error by its kind and place; its message may quote values (SQL bindings), so it stays out. */
export function errorFields(error: unknown): NonNullable<LogFields['error']> {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .map((line) => line.trim());
  return { name: error.name, code, at };
}

/**
 * From now on, what packages print as a warning or an error is told by its place only: React Router, for one, quotes the
 * address that nothing was found at.
 */
export function takeConsole(): void {
  for (const level of ['warn', 'error'] as const)
    console[level] = () => log(level, 'package-printed', { error: errorFields(new Error()) });
}

/** Segments that are words of ours stay; whatever could be typed or looked up becomes `:…`. */
export const loggedPath = (path: string): string =>
  path
    .slice(0, 300)
    .split('/')
    .map((segment) =>
      /^[a-z][a-z-]{0,30}(?:\.[a-z0-9]{1,5})?$/.test(segment) || segment === '' ? segment : ':…',
    )
    .join('/');
