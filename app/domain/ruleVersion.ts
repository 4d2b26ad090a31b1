import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** Where a version of a rule set comes from: a file of `rules/`, or an approval on a screen. */
export type RuleVersionOrigin = 'file' | 'app';

/** A version of a rule set by its name and the SHA-256 of its bytes. */
export type RuleVersionName = { ruleSet: string; version: string; hash: string };

/** A version as the shelf lists it; a cancelled one was taken back before its day and never comes into force. */
export type ShelvedVersion = RuleVersionName & {
  effectiveFrom: CalendarDate;
  origin: RuleVersionOrigin;
  firstSeenAt: Instant;
  cancelled: boolean;
};

/** A version that was good once: never forgotten, never changed, because decisions name it and are replayed with it. */
export type RuleVersion = RuleVersionName & {
  effectiveFrom: CalendarDate;
  effectiveTo: CalendarDate | null;
  /** The bytes of the file as text, a byte order mark included. */
  text: string;
  origin: RuleVersionOrigin;
  firstSeenAt: Instant;
};

/** Whether a version is in force on a day, will be, or was; a version that never came into force is a former one, too. */
export type RuleVersionState = 'current' | 'coming' | 'former' | 'cancelled';

/** A version as the history of its rule set lists it. */
export type ListedRuleVersion = {
  version: string;
  title: string;
  effective: { from: CalendarDate; to: CalendarDate | null };
  state: RuleVersionState;
};
