import type { ReactNode } from 'react';
import { Form } from '#app/web/remix.ts';
import styles from './SearchBox.module.css';

/** A search or a filter: everything asked stands in the address, and the form has its own name among the landmarks. */
export function SearchForm({
  action,
  label,
  className = styles.form,
  children,
}: {
  action: string;
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Form method="get" action={action} role="search" aria-label={label} className={className}>
      {children}
    </Form>
  );
}
