import type { Locator, Page } from 'playwright-core';
import type { Field, FormValues } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';

async function fillField(inputs: Locator, typed: string | readonly string[]): Promise<void> {
  const first = inputs.first();
  const kind = await first.evaluate((input) =>
    input instanceof HTMLInputElement ? input.type : input.tagName.toLowerCase(),
  );
  if (kind === 'select') await first.selectOption(String(typed));
  else if (kind === 'radio') {
    if (typed !== '') await inputs.and(first.page().locator(`[value="${typed}"]`)).check();
  } else if (kind === 'checkbox') {
    const wanted = new Set([typed].flat());
    for (const box of await inputs.all())
      await box.setChecked(wanted.has((await box.getAttribute('value')) ?? 'on'));
  } else await first.fill(String(typed));
}

/** Types the values into the form of the page, field by field in its order, as a person would; hidden ones stay. */
export async function fillForm(page: Page, fields: readonly Field[], values: FormValues): Promise<void> {
  const typed = typedTextOf(fields, values);
  // With JavaScript the address changes before the page does.
  await page
    .locator(`main [name="${fields.find(({ name }) => name in values)?.name}"]`)
    .first()
    .waitFor({ state: 'attached' });
  for (const { name } of fields) {
    const inputs = page.locator(`main [name="${name}"]:not([type="hidden"])`);
    if (name in values && (await inputs.first().isVisible())) await fillField(inputs, typed[name] ?? '');
  }
}

/** Presses the button of the form that carries this intent. */
export const press = (page: Page, intent: string): Promise<void> =>
  page.locator(`main button[name="_intent"][value="${intent}"]:not([aria-hidden])`).first().click();

/** Waits until the page says so. */
export const shows = (page: Page, words: string): Promise<void> =>
  page.locator('main', { hasText: words }).first().waitFor();
