import type { DraftProblem } from '#app/domain/ruleDraft.ts';
import styles from './RuleTextEditor.module.css';

export type RuleTextEditorProps = {
  name: string;
  label: string;
  help: string;
  text: string;
  problems: readonly DraftProblem[];
};

/** The text of a rule file in a plain text area. */
export function RuleTextEditor({ name, label, help, text }: RuleTextEditorProps) {
  return (
    <div className={styles.editor}>
      <label htmlFor={`f-${name}`}>{label}</label>
      <p id={`f-${name}-help`} className={styles.help}>
        {help}
      </p>
      <textarea
        id={`f-${name}`}
        name={name}
        defaultValue={text}
        aria-describedby={`f-${name}-help`}
        rows={30}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
      />
    </div>
  );
}
