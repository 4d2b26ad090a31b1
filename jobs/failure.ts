/** Trying again can help: the job waits with back-off. `code` is stored and shown; it never holds personal data. */
export class TemporaryFailure extends Error {
  override name = 'TemporaryFailure';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Trying again cannot help: the job is dead at once and waits on the staff screen. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** What the job row keeps of an error: its code or its class, not its message, which may name a person. */
export function failureCode(error: unknown): string {
  if (error instanceof TemporaryFailure || error instanceof PermanentFailure) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
