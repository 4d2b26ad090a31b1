import type { ReactNode } from 'react';
import { SubmitButton } from './Buttons.tsx';
import styles from './SearchBox.module.css';
import { SearchForm } from './SearchForm.tsx';

export type SearchBoxProps = {
  action: string;
  /** The name of the form among the landmarks. */
  title: string;
  q: string;
  text: { label: string; help?: string; submit: string };
  children?: ReactNode;
};

/** The one box over a list that is searched; what was asked stands in the address as `q`. */
export function SearchBox({ action, title, q, text: { label, help, submit }, children }: SearchBoxProps) {
  return (
    <SearchForm action={action} label={title}>
      <label htmlFor="q">{label}</label>
      {help === undefined ? null : <p id="q-help">{help}</p>}
      <div className={styles.line}>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          key={q}
          maxLength={100}
          autoComplete="off"
          {...(help === undefined ? {} : { 'aria-describedby': 'q-help' })}
        />
        <SubmitButton>{submit}</SubmitButton>
      </div>
      {children}
    </SearchForm>
  );
}
