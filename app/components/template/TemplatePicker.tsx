import { type ReasonTemplate, templateKeys, withTemplate } from '#app/domain/reasonTemplate.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { DefaultSubmit } from '../address/DefaultSubmit.tsx';
import { SubmitButton } from '../ui/Buttons.tsx';
import { fieldId } from '../ui/fieldMessages.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import styles from './TemplatePicker.module.css';
import { pickIntent } from './templates.ts';

/** Puts the words into the text as typing would, so that its counter follows. */
function insert(field: string, { body, reasonCode }: ReasonTemplate): boolean {
  const text = document.getElementById(fieldId(field));
  if (!(text instanceof HTMLTextAreaElement)) return false;
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  write?.call(text, withTemplate(text.value, body));
  text.dispatchEvent(new Event('input', { bubbles: true }));
  if (reasonCode === null) return true;
  const reason = document.querySelector<HTMLInputElement>(
    `main input[name="reason_codes"][value="${CSS.escape(reasonCode)}"]`,
  );
  if (reason !== null) reason.checked = true;
  return true;
}

/**
 * 定型文 under the text of a decision, the first nine by their digits. With a script the words go straight into the
 * text; without one the button posts the form and the page comes back with them.
 */
export function TemplatePicker({
  templates,
  field,
}: {
  templates: readonly ReasonTemplate[];
  /** The text of the form the words go into. */
  field: string;
}) {
  useCommands(
    templates.slice(0, templateKeys).map((template, index) => ({
      keys: String(index + 1),
      label: template.title,
      run: () => void insert(field, template),
    })),
  );
  if (templates.length === 0) return null;
  return (
    <fieldset className={styles.picker}>
      <legend>{templatesText.pick}</legend>
      <p>{templatesText.pickHelp}</p>
      <DefaultSubmit intent="decide" />
      <ol className={styles.list}>
        {templates.map((template, index) => (
          <li key={template.id}>
            <SubmitButton
              kind="secondary"
              name="_intent"
              value={pickIntent(template.id)}
              shortcut={index < templateKeys ? String(index + 1) : undefined}
              instead={() => insert(field, template)}
            >
              {template.title}
            </SubmitButton>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
