import { Form as RemixForm } from '@remix-run/react';
import {
  type ComponentProps,
  createContext,
  createElement,
  forwardRef,
  type ReactElement,
  useContext,
} from 'react';
import { Link as PlainLink } from './link.ts';

/**
 * Pages of an employer shown to somebody who only looks (代行表示): every link to `/mypage…` leads to the same page below
 * `prefix`, and no form is there. null: the pages are one's own.
 */
export const ReadOnlyPages = createContext<{ prefix: string } | null>(null);

/** As everywhere, except where an employer's pages are shown to staff. */
export function Link(props: ComponentProps<typeof PlainLink>): ReactElement {
  const shown = useContext(ReadOnlyPages);
  const { to } = props;
  const isOwn = typeof to === 'string' && (to === '/mypage' || to.startsWith('/mypage/'));
  return createElement(PlainLink, shown !== null && isOwn ? { ...props, to: `${shown.prefix}${to}` } : props);
}

/** Remix's own; a form that posts is not even drawn there, and the server has no action that would take it. */
export const Form = forwardRef<HTMLFormElement, ComponentProps<typeof RemixForm>>((props, ref) =>
  useContext(ReadOnlyPages) === null ? createElement(RemixForm, { ...props, ref }) : null,
);
