import { useEffect, useRef } from 'react';
import { common } from '#app/text/common.ts';
import { useLocation } from '#app/web/remix.ts';
import styles from './ErrorSummary.module.css';
import { type FieldMessage, fieldId } from './fieldMessages.ts';
import { Icon } from './icons.tsx';

const none: readonly FieldMessage[] = [];

/**
 * At the top of a form that came back: what to correct (エラー, red) and what to confirm (確認, orange), each line a
 * link to its field. Takes the focus when it appears and each time the form comes back again.
 *
 * @param refusal the sentence of a refusal that is about no field in particular
 * @param secret the form has a password, which does not come back: nothing is said of what was typed
 */
export function ErrorSummary({
  messages = none,
  refusal,
  secret = false,
}: {
  messages?: readonly FieldMessage[];
  refusal?: string;
  secret?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const errors = messages.filter((message) => message.severity !== 'warning');
  const warnings = messages.filter((message) => message.severity === 'warning');
  const empty = messages.length === 0 && refusal === undefined;

  // Every post gives the location a new key, so the same mistake twice moves the focus twice.
  const answer = empty ? null : key;
  useEffect(() => {
    if (answer !== null) box.current?.focus();
  }, [answer]);

  if (empty) return null;
  return (
    <div ref={box} tabIndex={-1} className={styles.summaries} role="alert">
      {errors.length > 0 || refusal !== undefined ? (
        <Box
          kind="error"
          label={common.error}
          title={refusal ?? common.errorSummary(errors.length)}
          help={
            errors.some(({ field }) => field !== null)
              ? secret
                ? common.errorSummarySecret
                : common.errorSummaryHelp
              : undefined
          }
          messages={errors}
        />
      ) : null}
      {warnings.length > 0 ? (
        <Box
          kind="warning"
          label={common.confirm}
          title={common.warningSummary(warnings.length)}
          help={errors.length > 0 ? undefined : common.warningSummaryHelp}
          messages={warnings}
        />
      ) : null}
    </div>
  );
}

type BoxProps = {
  kind: 'error' | 'warning';
  label: string;
  title: string;
  help: string | undefined;
  messages: readonly FieldMessage[];
};

function Box({ kind, label, title, help, messages }: BoxProps) {
  return (
    <section className={styles.box} data-kind={kind}>
      <h2 className={styles.title}>
        <Icon name={kind === 'error' ? 'cross' : 'warning'} size={24} />
        <span>
          {label}：{title}
        </span>
      </h2>
      {help === undefined ? null : <p>{help}</p>}
      {messages.length === 0 ? null : (
        <ul className={styles.list}>
          {messages.map(({ field, message, href }) => (
            <li key={`${field} ${message}`}>
              {field === null ? message : <a href={href ?? `#${fieldId(field)}`}>{message}</a>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
