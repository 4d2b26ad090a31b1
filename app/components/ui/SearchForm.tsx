import type { ReactNode } from 'react';
import { Form } from '#app/web/remix.ts';

/** A search or a filter: everything asked stands in the address, and the form has its own name among the landmarks. */
export function SearchForm({
  action,
  label,
  className,
  children,
}: {
  action: string;
  label: string;
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <Form method="get" action={action} role="search" aria-label={label} className={className}>
      {children}
    </Form>
  );
}
