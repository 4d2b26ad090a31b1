import type { QueueKind } from '#app/domain/queue.ts';
import { queueText } from '#app/text/staff/queue.ts';

/** What an item is about: the job title, or what is asked for. */
export function titleOf({
  kind,
  title,
  images,
  postingId,
}: {
  kind: QueueKind;
  title: string | null;
  images: number;
  postingId: string | null;
}): string {
  if (kind === 'image') return queueText.images(images);
  if (kind === 'withdrawal') return queueText.why.withdrawal;
  if (kind === 'establishment') return queueText.establishmentChange;
  if (kind === 'check' && postingId === null) return queueText.establishmentCheck;
  return title ?? queueText.untitled;
}
