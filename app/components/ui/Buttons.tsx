import { useMounted } from '@mantine/hooks';
import { type ReactNode, useContext } from 'react';
import { Link } from '#app/web/remix.ts';
import styles from './Buttons.module.css';
import { SingleKeys } from './keys/useCommands.ts';

/** primary: the one thing this page is for; secondary: something else; danger: cannot be taken back; quiet: a word. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  to,
  kind = 'secondary',
  shortcut,
  children,
}: {
  to: string;
  kind?: ButtonKind;
  /** The key that does the same, shown where keys work. */
  shortcut?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={styles.button} data-kind={kind} aria-keyshortcuts={shortcut}>
      {children}
      {shortcut === undefined ? null : <KeyHint keys={shortcut} />}
    </Link>
  );
}

/** A key beside what it does; only where the script runs and the person uses such keys. */
function KeyHint({ keys }: { keys: string }) {
  const single = useContext(SingleKeys);
  const mounted = useMounted();
  return mounted && single ? (
    <span className={styles.key} aria-hidden="true">
      {keys}
    </span>
  ) : null;
}

export type SubmitButtonProps = {
  kind?: ButtonKind;
  name?: string;
  value?: string;
  /** The form is on its way: the button stays, says so, and does nothing. */
  sending?: boolean;
  /** Where this button posts, when not where its form does: `#id` comes back to that place of the page. */
  formAction?: string | undefined;
  /** The key that does the same, shown where keys work. */
  shortcut?: string | undefined;
  /** What a script does instead of sending the form; false where it could not. */
  instead?: () => boolean;
  children: ReactNode;
};

/** Sends a form. Never disabled: a click while it is on its way is ignored here and by its idempotency key. */
export function SubmitButton({
  kind = 'primary',
  name,
  value,
  sending = false,
  formAction,
  shortcut,
  instead,
  children,
}: SubmitButtonProps) {
  return (
    <button
      type="submit"
      className={styles.button}
      data-kind={kind}
      name={name}
      value={value}
      formAction={formAction}
      aria-disabled={sending || undefined}
      aria-keyshortcuts={shortcut}
      onClick={(event) => {
        if (sending || instead?.() === true) event.preventDefault();
      }}
    >
      {children}
      {shortcut === undefined ? null : <KeyHint keys={shortcut} />}
    </button>
  );
}

/** A button that only a script answers: shown once it runs. */
export function ScriptButton({
  kind = 'secondary',
  pressed,
  shortcut,
  onClick,
  children,
}: Pick<SubmitButtonProps, 'kind' | 'shortcut' | 'children'> & {
  /** Of a button that stays down. */
  pressed?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.button}
      data-kind={kind}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      {children}
      {shortcut === undefined ? null : <KeyHint keys={shortcut} />}
    </button>
  );
}

/** Buttons in a row; the first is the main one. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
