/** Kinds of days that the counter waits for, in the order of a day's list. */
export const deadlineKinds = [
  'visit',
  'hold',
  'check',
  'notice',
  'overdue',
  'promise',
  'stop',
  'validity',
  'erasure',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Kinds that are counted from a day of their own: how many days later they fall. */
export type DeadlineDays = Readonly<Record<'notice' | 'overdue' | 'erasure', number>>;
