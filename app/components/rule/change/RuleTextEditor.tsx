import { useEffect, useRef } from 'react';
import type { DraftProblem } from '#app/domain/ruleDraft.ts';
import styles from './RuleTextEditor.module.css';

export type RuleTextEditorProps = {
  name: string;
  label: string;
  help: string;
  text: string;
  problems: readonly DraftProblem[];
};

/** The text of a rule file: a text area, which becomes an editor once its script has been loaded. */
export function RuleTextEditor({ name, label, help, text, problems }: RuleTextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const id = `f-${name}`;

  useEffect(() => {
    let editor: { destroy(): void } | undefined;
    let left = false;
    const mount = async () => {
      const { mountJsonEditor } = await import('./jsonEditor.ts');
      if (left || !area.current || !place.current) return;
      const textarea = area.current;
      // What was typed before the script came stays.
      const typed = textarea.value;
      textarea.hidden = true;
      editor = mountJsonEditor({
        parent: place.current,
        text: typed,
        problems,
        label,
        describedBy: `${id}-help`,
        changed: (now) => {
          textarea.value = now;
        },
      });
    };
    // Without the editor the text area stays and does the same.
    mount().catch(() => {});
    return () => {
      left = true;
      editor?.destroy();
      if (area.current) area.current.hidden = false;
    };
  }, [problems, label, id]);

  return (
    <div className={styles.editor}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      <div ref={place} className={styles.place} />
      <textarea
        ref={area}
        id={id}
        name={name}
        defaultValue={text}
        aria-describedby={`${id}-help`}
        rows={30}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
      />
    </div>
  );
}
