import type { QueueItem, QueueKind, QueuePlace } from '#app/domain/queue.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { useLocation } from '#app/web/remix.ts';
import { ADDED_CHECKS } from '../check/AddedChecks.tsx';
import { queueTab } from './address.ts';

type Linked = QueueItem & { establishmentId?: string; postingId?: string | null };

const pages: Readonly<Record<QueueKind, (item: Linked) => string>> = {
  new: ({ id }) => paths.staff.review(id),
  content: ({ id }) => paths.staff.change(id),
  stop: ({ id }) => paths.staff.change(id),
  extension: ({ id }) => paths.staff.change(id),
  establishment: ({ id }) => paths.staff.change(id),
  image: ({ id }) => paths.staff.reviewImages(id),
  check: ({ establishmentId = '', postingId }) =>
    postingId ? paths.staff.review(postingId) : paths.staff.establishment(establishmentId),
  visit: ({ id }) => paths.staff.review(id),
  withdrawal: ({ establishmentId = '' }) => paths.staff.establishment(establishmentId),
};

/** The page of an item and what belongs to it, opened from a tab of the queue: 次の1件 stays in that tab. */
export const inTab = (path: string, tab: QueueKind | null): string =>
  tab === null ? path : changeQuery(new URLSearchParams(), path, { kind: tab });

/** Where an item is decided. */
export const itemPath = (item: Linked, tab: QueueKind | null): string => {
  const path = inTab(pages[item.kind](item), tab);
  return item.kind === 'check' ? `${path}#${ADDED_CHECKS}` : path;
};

/** 次の1件, or null. */
export const nextPath = (next: QueuePlace | null, tab: QueueKind | null): string | null =>
  next === null ? null : itemPath(next, tab);

/** Where a clerk goes after a decision: to the next item that waits, or to the queue when there is none. */
export const afterDecision = (next: QueuePlace | null, tab: QueueKind | null): string =>
  nextPath(next, tab) ?? paths.staff.reviews(tab === null ? {} : { kind: tab });

/** The tab the shown page was opened from. */
export const useTab = (): QueueKind | null => queueTab(new URLSearchParams(useLocation().search));
