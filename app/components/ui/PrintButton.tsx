import { useMounted } from '@mantine/hooks';
import { common } from '#app/text/common.ts';
import buttons from './Buttons.module.css';

/** Prints the page. Without a script the browser's own menu does. */
export function PrintButton() {
  return useMounted() ? (
    <button type="button" className={buttons.button} data-kind="secondary" onClick={() => window.print()}>
      {common.print}
    </button>
  ) : null;
}
