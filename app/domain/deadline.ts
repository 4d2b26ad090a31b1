/** Kinds of days that the counter waits for, in the order of a day's list. */
export const deadlineKinds = ['visit', 'stop', 'validity', 'erasure'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
