import type { Instant } from './clock.ts';

/** メモ: what staff tell each other about a posting or an establishment. Nothing is rewritten; employers see none. */
export type StaffNote = {
  id: string;
  officeId: string;
  establishmentId: string;
  /** Null for a note about the establishment. */
  postingId: string | null;
  text: string;
  writtenBy: string;
  writtenAt: Instant;
  /** When its writer took it back: it stays to be read, struck out. */
  takenBackAt: Instant | null;
};

/** Longest note in code points. A figure of the house. */
export const noteLength = 1000;
