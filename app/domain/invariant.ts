/** States that should be impossible, looked for every night and on the page. */
export const invariants = [
  'valid-without-number',
  'valid-without-verdict',
  'valid-after-its-end',
  'waiting-without-due-date',
  'due-on-closed-day',
  'two-open-requests',
  'account-without-password',
  'restriction-without-verdict',
  'published-without-decision',
  'merged-with-records',
  'job-without-lease',
] as const;
export type Invariant = (typeof invariants)[number];

/** A record in such a state. */
export type InvariantHit = {
  invariant: Invariant;
  /** Of the record, which names itself by its id. */
  id: string;
  /** null where the record belongs to the installation. */
  officeId: string | null;
};
