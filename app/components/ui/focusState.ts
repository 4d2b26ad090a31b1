/** The state of a navigation that leads to a field of the page: its id. */
export const leadingTo = (field?: string): { focus: string } | undefined =>
  field === undefined ? undefined : { focus: field };

/** The field that a navigation leads to, once its page is there. */
export const ledTo = (state: unknown): HTMLElement | null =>
  typeof state === 'object' && state !== null && 'focus' in state && typeof state.focus === 'string'
    ? document.getElementById(state.focus)
    : null;
