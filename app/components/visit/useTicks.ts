import { useContext, useEffect } from 'react';
import { fieldsOf } from '#app/forms/field.ts';
import { visitForm } from '#app/forms/review.ts';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { SingleKeys, useCommands } from '../ui/keys/useCommands.ts';

/** What is checked at the counter, in the order of the page. */
const names = fieldsOf(visitForm)
  .filter(({ kind, required }) => required === true && (kind === 'confirm' || kind === 'choice'))
  .map(({ name }) => name);

/** The first box, or the first button of the first group, that nobody has ticked yet. */
function nextOpen(): HTMLInputElement | undefined {
  return names
    .map((name) => [...document.querySelectorAll<HTMLInputElement>(`main input[name="${name}"]`)])
    .find((inputs) => inputs.length > 0 && inputs.every(({ checked }) => !checked))?.[0];
}

/** Ticks the next box; what is to be chosen is only shown. */
function tickNext(): void {
  const next = nextOpen();
  if (next?.type === 'checkbox') next.click();
  else next?.focus();
}

/** Space ticks one box after the other: each leads on to the next. A pointer and the arrow keys lead nowhere. */
export function useTicks(): void {
  const single = useContext(SingleKeys);
  useCommands(commandsOf('visit', { tick: tickNext }));
  useEffect(() => {
    if (!single) return;
    let bySpace = false;
    const begun = (event: Event): void => {
      bySpace = event instanceof KeyboardEvent && event.key === ' ';
    };
    const changed = ({ target }: Event): void => {
      const ours = target instanceof HTMLInputElement && names.includes(target.name) && target.checked;
      if (bySpace && ours) nextOpen()?.focus();
    };
    // Before the commands, one of which may tick a box at once.
    for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, begun, true);
    document.addEventListener('change', changed);
    return () => {
      for (const type of ['keydown', 'pointerdown']) window.removeEventListener(type, begun, true);
      document.removeEventListener('change', changed);
    };
  }, [single]);
}
