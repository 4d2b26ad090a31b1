import { type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { submittedChanges } from './changes.ts';
import { addedChecks } from './checks.ts';
import { waitingImages } from './images.ts';
import { awaitedVisits, newPostings } from './postings.ts';
import type { QueueSource } from './source.ts';
import { withdrawnAccounts } from './withdrawals.ts';

/** Every kind of the queue and where its items come from. */
const sources: Readonly<Record<QueueKind, readonly QueueSource[]>> = {
  new: newPostings,
  content: submittedChanges('content'),
  stop: submittedChanges('stop'),
  extension: submittedChanges('extension'),
  establishment: submittedChanges('establishment'),
  image: waitingImages,
  check: addedChecks,
  visit: awaitedVisits,
  withdrawal: withdrawnAccounts,
};

/** The sources of one kind, or of all of them. */
export const sourcesOf = (kind: QueueKind | null): readonly QueueSource[] =>
  kind === null ? queueKinds.flatMap((one) => sources[one]) : sources[kind];

/**
 * What 次の1件 serves where no kind is asked for: what can be decided now. Those awaited at the counter and those
 * waiting for their erasure cannot.
 */
const waitsForOthers: readonly QueueKind[] = ['visit', 'withdrawal'];
export const servedSources = (kind: QueueKind | null): readonly QueueSource[] =>
  kind === null
    ? sourcesOf(null).filter((source) => !waitsForOthers.includes(source.kind))
    : kind === 'withdrawal'
      ? []
      : sources[kind];
