import { expect, test } from 'vitest';
import { fieldsOf } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import { shippedCatalogue } from './support.ts';

const asOf = '2026-11-24';

test('every field a check points at is in the posting form', async () => {
  const inForm = new Set(fieldsOf(postingForm).map(({ name }) => name));
  const { rules } = (await shippedCatalogue()).inForce('acceptance/posting', asOf);
  expect(rules.flatMap(({ fields = [] }) => fields).filter((field) => !inForm.has(field))).toEqual([]);
});

test('every choice of the posting form can be judged', async () => {
  const catalogue = await shippedCatalogue();
  for (const { name, kind, choices = [] } of fieldsOf(postingForm)) {
    for (const { value } of kind === 'choice' ? choices : []) {
      await catalogue.decide('acceptance/posting', { asOf, posting: { [name]: value } });
    }
  }
});
