import { isRecordId } from '#app/domain/ids.ts';
import { type AssignableItem, assignableTypes, type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { pageNumber, searchTerms, searchText } from '../establishment/searchTerms.ts';

export const dues = ['overdue', 'today', 'ahead'] as const;
export const holders = ['mine', 'none'] as const;
export const onlys = ['held', 'resumed'] as const;
const sorts = ['kind', 'due', 'establishment', 'title', 'since'] as const;

/** The columns with a link in their header cell. */
export type QueueSortKey = (typeof sorts)[number];
export type QueueSortShown = { by: QueueSortKey; down: boolean };

/** What of the queue is shown, as its address says: tab, filters, order, page. */
export type QueueAddress = {
  kind: QueueKind | null;
  due: (typeof dues)[number] | null;
  holder: (typeof holders)[number] | null;
  /** 保留: what is on hold, or what its day has come for. */
  only: (typeof onlys)[number] | null;
  q: string;
  sort: QueueSortShown | null;
  page: number;
};

/** A word of the address, where it is one of ours; anything else is as if it were not there. */
const wordOf = <Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | null => words.find((word) => word === query.get(name)) ?? null;

/** The tab an item was opened from, which 次の1件 stays in; null for the whole queue. */
export const queueTab = (query: URLSearchParams): QueueKind | null => wordOf(query, 'kind', queueKinds);

/** `?sort=due`, the other way round `?sort=-due`. */
function sortOf(query: URLSearchParams): QueueSortShown | null {
  const text = query.get('sort') ?? '';
  const down = text.startsWith('-');
  const by = sorts.find((one) => one === text.slice(down ? 1 : 0));
  return by === undefined ? null : { by, down };
}

export const queueAddress = (url: URL): QueueAddress => ({
  kind: queueTab(url.searchParams),
  due: wordOf(url.searchParams, 'due', dues),
  holder: wordOf(url.searchParams, 'holder', holders),
  only: wordOf(url.searchParams, 'only', onlys),
  q: searchText(url),
  sort: sortOf(url.searchParams),
  page: pageNumber(url),
});

/** The same as the queries of the queue take it. */
export function filterOf({ kind, due, holder, only, q }: QueueAddress) {
  const { key, digits } = searchTerms(q);
  return { kind, due, holder, only, search: q === '' ? null : { key: key ?? q, text: q, digits } };
}

/** The page of the queue that the address asks for, as its query takes it. */
export const askedOf = (address: QueueAddress) => ({
  ...filterOf(address),
  page: address.page,
  ...(address.sort === null ? {} : { sort: address.sort }),
});

/** An item as a check box carries it. */
export const itemValue = ({ type, id }: AssignableItem): string => `${type}:${id}`;

/** The ticked items of a posted form; null where a value is none of ours. */
export function itemsIn(form: FormData): AssignableItem[] | null {
  const items = [...new Set(form.getAll('item'))].map((value) => {
    const [name = '', id = ''] = String(value).split(':', 2);
    const type = assignableTypes.find((one) => one === name);
    return type === undefined || !isRecordId(id) ? null : { type, id };
  });
  const known = items.filter((item) => item !== null);
  return known.length === items.length ? known : null;
}
