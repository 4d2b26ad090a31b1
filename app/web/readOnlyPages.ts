import { Form as RemixForm, Link as RemixLink } from '@remix-run/react';
import { type ComponentProps, createContext, createElement, forwardRef, useContext } from 'react';

/**
 * Pages of an employer shown to somebody who only looks (代行表示): every link to `/mypage…` leads to the same page below
 * `prefix`, and no form is there. null: the pages are one's own.
 */
export const ReadOnlyPages = createContext<{ prefix: string } | null>(null);

/** Remix's own, except where an employer's pages are shown to staff. */
export const Link = forwardRef<HTMLAnchorElement, ComponentProps<typeof RemixLink>>((props, ref) => {
  const shown = useContext(ReadOnlyPages);
  const { to } = props;
  const isOwn = typeof to === 'string' && (to === '/mypage' || to.startsWith('/mypage/'));
  return createElement(RemixLink, {
    ...props,
    ref,
    to: shown !== null && isOwn ? `${shown.prefix}${to}` : to,
  });
});

/** The same; a form that posts is not even drawn there, and the server has no action that would take it. */
export const Form = forwardRef<HTMLFormElement, ComponentProps<typeof RemixForm>>((props, ref) =>
  useContext(ReadOnlyPages) === null ? createElement(RemixForm, { ...props, ref }) : null,
);
