/** What keys do to the page that is shown: they press what is there, and nothing that is not. */

const within = <Found extends HTMLElement>(selector: string): Found | null =>
  document.querySelector<Found>(`main ${selector}`);

/** Sends the form somebody is in, else the one with the main button of the page. */
export function submitForm(): void {
  const own = document.activeElement?.closest('main form');
  const inside = own?.querySelector<HTMLButtonElement>(
    'button[data-kind="primary"], button[data-kind="danger"]',
  );
  const main = within<HTMLButtonElement>('form[method="post"] button[type="submit"][data-kind="primary"]');
  (inside ?? main)?.click();
}

/** Opens the sheet that the page offers for printing, else prints the page. */
export function print(): void {
  const sheet = within<HTMLAnchorElement>('a[href^="/print/"]');
  if (sheet === null) window.print();
  else sheet.click();
}

export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
    document.activeElement.blur();
}

export const focusOn = (selector: string): void => {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
};

/** Moves the focus from row to row of a list, by the links that name the rows. */
export function moveRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll<Element>('main tbody th[scope="row"] a')];
  const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  const link = links[next];
  if (link instanceof HTMLElement) link.focus();
}

/** Ticks the row of a list that has the focus, or takes the tick away. */
export function pickRow(): void {
  const row = document.activeElement?.closest('main tbody tr');
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

/** Moves the focus to the nth section of the page that takes it, counting from 1. */
export const jumpTo = (place: number): void => {
  const section = document.querySelectorAll<HTMLElement>('main section[tabindex="-1"]')[place - 1];
  section?.focus();
  section?.scrollIntoView({ block: 'nearest' });
};
