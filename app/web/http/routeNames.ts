/** A route as Remix's build lists it. */
export type ListedRoute = { id: string; path?: string; index?: boolean; parentId?: string };

type Node = { name: string | null; words: Map<string, Node>; any: Node | null; rest: string | null };

const emptyNode = (): Node => ({ name: null, words: new Map(), any: null, rest: null });

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** `routes/staff.reviews.$id.accept` → `staff.reviews.$id.accept` */
const nameOf = (id: string): string => id.replace(/^routes\//, '');

/**
 * Tells the route of an address, for figures about routes: the screen that answers it, or `unknown`. Remix's own
 * matching ranks every route anew for each request, which costs more than a small page. A path with `.data` is that of
 * its page.
 */
export function routeNames(routes: readonly ListedRoute[]): (pathname: string) => string {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const pathOf = ({ path = '', parentId }: ListedRoute): string => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent === undefined ? path : `${pathOf(parent)}/${path}`;
  };
  const frames = new Set(routes.map(({ parentId }) => parentId));
  const root = emptyNode();
  for (const route of routes.filter(({ id }) => !frames.has(id))) {
    let node = root;
    for (const segment of segmentsOf(pathOf(route))) {
      if (segment === '*') {
        node.rest = nameOf(route.id);
        break;
      }
      node = stepInto(node, segment);
    }
    if (node.rest !== nameOf(route.id)) node.name = nameOf(route.id);
  }
  return (pathname) => find(root, segmentsOf(pathname.replace(/(?:\/_root)?\.data$/, ''))) ?? 'unknown';
}

function stepInto(node: Node, segment: string): Node {
  // `:id.pdf` stands beside `:id`; which of the two it was is told by the end of the word.
  const colon = segment.indexOf(':');
  const key = colon === -1 ? segment : segment.slice(colon).replace(/^:\w+/, ':');
  if (key === ':') {
    node.any ??= emptyNode();
    return node.any;
  }
  const next = node.words.get(key) ?? emptyNode();
  node.words.set(key, next);
  return next;
}

function find(node: Node, segments: readonly string[], at = 0): string | null {
  const segment = segments[at];
  if (segment === undefined) return node.name ?? node.rest;
  const dot = segment.lastIndexOf('.');
  const ways = [
    node.words.get(segment),
    dot > 0 ? node.words.get(`:${segment.slice(dot)}`) : undefined,
    node.any,
  ];
  for (const way of ways) {
    const found = way ? find(way, segments, at + 1) : null;
    if (found !== null) return found;
  }
  return node.rest;
}
