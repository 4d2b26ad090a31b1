import { useMounted } from '@mantine/hooks';
import { common } from '#app/text/common.ts';
import { ScriptButton } from './Buttons.tsx';

/** Prints the page. Without a script the browser's own menu does. */
export function PrintButton() {
  return useMounted() ? <ScriptButton onClick={() => window.print()}>{common.print}</ScriptButton> : null;
}
