import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** Where a version of a rule set comes from: a file of `rules/`, or an approval on a screen. */
export type RuleVersionOrigin = 'file' | 'app';

/** A version of a rule set by its name and the SHA-256 of its bytes. */
export type RuleVersionName = { ruleSet: string; version: string; hash: string };

/** A version that was good once: never forgotten, never changed, because decisions name it and are replayed with it. */
export type RuleVersion = RuleVersionName & {
  effectiveFrom: CalendarDate;
  effectiveTo: CalendarDate | null;
  /** The bytes of the file as text, a byte order mark included. */
  text: string;
  origin: RuleVersionOrigin;
  firstSeenAt: Instant;
};
