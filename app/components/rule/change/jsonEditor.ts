import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, foldGutter, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { DraftProblem } from '#app/domain/ruleDraft.ts';

/** What the server found, where the editor can point at it: from the place to the end of its line. */
const diagnosticsOf = (state: EditorState, problems: readonly DraftProblem[]): Diagnostic[] =>
  problems.flatMap(({ line, column, message }) => {
    if (line < 1 || line > state.doc.lines) return [];
    const { from, to } = state.doc.line(line);
    return [{ from: Math.min(from + column - 1, to), to, severity: 'error', message }];
  });

/** The page's own nonce: without it the policy refuses the styles the editor writes. */
const pageNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/**
 * An editor for JSON in place of a text area: line numbers, folding, undo, problems in the margin. Tab leaves it, as it
 * leaves every field. Loaded only on the page that edits the text of a rule file.
 */
export function mountJsonEditor({
  parent,
  text,
  problems,
  label,
  describedBy,
  changed,
}: {
  parent: HTMLElement;
  text: string;
  problems: readonly DraftProblem[];
  label: string;
  describedBy: string;
  changed: (text: string) => void;
}): { destroy(): void } {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(pageNonce()),
        EditorView.lineWrapping,
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        bracketMatching(),
        highlightActiveLine(),
        syntaxHighlighting(defaultHighlightStyle),
        json(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          // What scrolls holds something that a keyboard reaches, and says so.
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state, problems)));
  return { destroy: () => view.destroy() };
}
