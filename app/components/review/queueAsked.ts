import { stateGroups } from '#app/domain/posting.ts';
import { pageNumber, searchTerms, searchText } from '../establishment/searchTerms.ts';
import type { QueueSortKey } from './QueueTable.tsx';

const dues = ['today', 'overdue', 'ahead'] as const;
const sorts: readonly QueueSortKey[] = ['due', 'state', 'posting', 'establishment', 'since'];

/** A word of the address, where it is one of ours. */
const wordOf = <Word extends string>(url: URL, name: string, words: readonly Word[]): Word | null =>
  words.find((word) => word === url.searchParams.get(name)) ?? null;

/** `?sort=due`, the other way round `?sort=-due`. */
function sortOf(url: URL): { by: QueueSortKey; down: boolean } | null {
  const text = url.searchParams.get('sort') ?? '';
  const down = text.startsWith('-');
  const by = sorts.find((one) => one === text.slice(down ? 1 : 0));
  return by === undefined ? null : { by, down };
}

/** What the address of the queue, or of its print, asks for: as the page shows it, and as the query takes it. */
export function queueAsked(url: URL) {
  const state = wordOf(url, 'state', stateGroups.queue);
  const due = wordOf(url, 'due', dues);
  const q = searchText(url);
  const { key, digits } = searchTerms(q);
  const search = q === '' ? null : { key: key ?? q, text: q, digits };
  const sort = sortOf(url);
  return {
    state,
    due,
    q,
    sort,
    filter: { state, due, search, page: pageNumber(url), ...(sort === null ? {} : { sort }) },
  };
}
