import { type RefObject, useEffect, useState } from 'react';
import { holds } from '#app/forms/conditions.ts';
import type { FormValues, When } from '#app/forms/field.ts';

/** What an input of the form holds now, as a condition sees it; undefined when the form has no such input. */
function inputValue(form: HTMLFormElement, name: string): string | boolean | undefined {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement && input.type === 'checkbox') return input.checked;
  if (
    input instanceof RadioNodeList ||
    input instanceof HTMLSelectElement ||
    input instanceof HTMLInputElement
  ) {
    return input.value;
  }
  return undefined;
}

/**
 * Whether a condition on another field of the form holds, followed while the user types. The first answer, on the
 * server and while hydrating, comes from `values`; without a condition it is true.
 */
export function useCondition(
  when: When | undefined,
  values: FormValues,
  inside: RefObject<HTMLElement | null>,
): boolean {
  const [now, setNow] = useState(when === undefined || holds(when, values));

  useEffect(() => {
    const form = inside.current?.closest('form');
    if (when === undefined || form === null || form === undefined) return;
    const look = () => {
      const value = inputValue(form, when.field);
      if (value !== undefined) setNow(holds(when, { [when.field]: value }));
    };
    look();
    form.addEventListener('change', look);
    return () => form.removeEventListener('change', look);
  }, [when, inside]);

  return now;
}
