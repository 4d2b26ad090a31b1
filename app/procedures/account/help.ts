import { object, recordId, shortText } from '../schemas.ts';

/** What the counter does for an account on the telephone: for which, and why. */
export type HelpInput = { accountId: string; reason: string };

export const helpInput = object({ accountId: recordId, reason: shortText(600) });
