import type { ReactNode } from 'react';
import { common } from '#app/text/common.ts';
import { Form, useNavigation } from '#app/web/remix.ts';
import { type ButtonKind, ButtonLink, ButtonRow, SubmitButton } from './Buttons.tsx';
import styles from './FormFrame.module.css';

/** One way to send a form: posted as `_intent`, to `action` when not where the form goes. */
export type Submit = { label: string; intent: string; kind?: ButtonKind; action?: string; shortcut?: string };

export type FormFrameProps = {
  /** For fields that stand outside of the form and name it. */
  id?: string;
  /** The server-made key of this form: the same key gets the same receipt, however often it is sent. */
  idempotencyKey: string;
  /** The version of the record the page shows; a save of an older one is answered by 409. */
  version?: number;
  /** Where to post; the page's own address by default. */
  action?: string;
  /** The answer is a file to keep, which the browser takes itself. */
  download?: true;
  /** The form holds a file, or text too long for an address-like body. */
  withFile?: true;
  /** Further values that go with the form without being typed. */
  hidden?: Readonly<Record<string, string>>;
  /** The first is the main one, and what Enter sends. */
  submits: readonly Submit[];
  /** The way out. */
  cancel?: { to: string; label: string };
  children?: ReactNode;
};

/**
 * A form that posts: plain HTML until the script runs, then the same by fetch. Posts `_key`, `_version`, `_intent` and
 * the fields. What the browser could check is left to the server, whose messages are better (noValidate).
 */
export function FormFrame({
  id,
  idempotencyKey,
  version,
  action,
  withFile,
  download,
  hidden = {},
  submits,
  cancel,
  children,
}: FormFrameProps) {
  const navigation = useNavigation();
  const sending = navigation.formData?.get('_key') === idempotencyKey;
  const sentIntent = sending ? navigation.formData?.get('_intent') : null;

  return (
    <Form
      key={idempotencyKey}
      id={id}
      method="post"
      action={action}
      encType={withFile ? 'multipart/form-data' : undefined}
      noValidate
      reloadDocument={download}
      className={styles.form}
      onSubmit={sending ? (event) => event.preventDefault() : undefined}
    >
      <input type="hidden" name="_key" value={idempotencyKey} />
      {version === undefined ? null : <input type="hidden" name="_version" value={version} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <ButtonRow>
        {submits.map((submit, index) => (
          <SubmitButton
            key={submit.intent}
            kind={submit.kind ?? (index === 0 ? 'primary' : 'secondary')}
            name="_intent"
            value={submit.intent}
            formAction={submit.action}
            sending={sending}
            shortcut={submit.shortcut}
          >
            {sentIntent === submit.intent ? common.sending : submit.label}
          </SubmitButton>
        ))}
        {cancel === undefined ? null : (
          <ButtonLink to={cancel.to} kind="quiet">
            {cancel.label}
          </ButtonLink>
        )}
      </ButtonRow>
      <p role="status" className="visually-hidden">
        {sending ? common.sending : ''}
      </p>
    </Form>
  );
}
