import type { PostingState } from '#app/domain/posting.ts';

/** A proposed refusal never leaves the office before a supervisor has confirmed it: to the employer it is under review. */
export const stateForEmployer = (state: PostingState): PostingState =>
  state === 'refusal_proposed' ? 'under_review' : state;
