import { Link as RemixLink } from '@remix-run/react';
import { type ComponentProps, createElement, type ReactElement } from 'react';

type LinkProps = Omit<ComponentProps<typeof RemixLink>, 'ref'>;

/** What says how Remix follows a link, and is no attribute of it. */
const steering = [
  'to',
  'prefetch',
  'discover',
  'reloadDocument',
  'replace',
  'state',
  'preventScrollReset',
  'relative',
  'viewTransition',
] as const satisfies readonly (keyof LinkProps)[];

/**
 * A link within the app. On the server one to an address of `paths` is written as what Remix makes of it: resolving
 * an address that is whole already costs ten times as much, and a list has a hundred and fifty of them.
 */
export function Link(props: LinkProps): ReactElement {
  const { to, reloadDocument } = props;
  const isWhole = typeof to === 'string' && to.startsWith('/') && !/\/[./]/.test(to);
  if (typeof document !== 'undefined' || !isWhole) return createElement(RemixLink, props);
  const attributes: Record<string, unknown> = { ...props };
  for (const name of steering) delete attributes[name];
  return createElement('a', {
    ...attributes,
    'data-discover': reloadDocument ? undefined : 'true',
    href: to,
  });
}
