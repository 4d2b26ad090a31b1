import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type FormDefinition, type FormValues, fieldsOf } from '#app/forms/field.ts';
import { passwordProblem } from '#app/forms/password.ts';
import { postingForm } from '#app/forms/posting.ts';
import { readForm, typedTextOf } from '#app/forms/read.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import { demoEmployers, demoPassword, demoStaff } from '#fixtures/demo.ts';
import { establishments } from '#fixtures/establishments.ts';
import * as postings from '#fixtures/postings.ts';
import { loadCatalogue } from '#rules/catalogue.ts';

const rules = await loadCatalogue(path.resolve(import.meta.dirname, '../../rules'));

const reread = (form: FormDefinition, values: FormValues) =>
  readForm(form, typedTextOf(fieldsOf(form), values));

describe('invented establishments', () => {
  test.each(establishments.map((values) => [values.name, values]))(
    '%s fills the form without errors',
    (_, values) => {
      const read = reread(establishmentForm, values as FormValues);
      expect(read.errors).toEqual([]);
      expect(read.values).toEqual(values);
    },
  );

  test('no two of them look like the same one', () => {
    for (const column of ['establishment_number', 'phone'])
      expect(new Set(establishments.map((values) => values[column])).size).toBe(establishments.length);
    expect(new Set(establishments.map(({ name }) => searchKey(String(name)))).size).toBe(
      establishments.length,
    );
  });

  test('every name says that it is a sample', () => {
    for (const { name } of establishments) expect(name).toMatch(/見本|みほん/);
  });
});

describe('invented postings', () => {
  test.each(Object.entries(postings))('%s fills the form and can be accepted', async (_, build) => {
    const read = reread(postingForm, build());
    expect(read.errors).toEqual([]);
    const verdict = await rules.decide('acceptance/posting', { asOf: '2026-06-01', posting: read.values });
    expect(verdict.reasons).toEqual([]);
  });
});

describe('demo accounts', () => {
  test('their password would be accepted from anybody', () => {
    const bounds = {
      min: Number(rules.parameter('limits/account', 'passwordMinLength', '2026-06-01')),
      max: Number(rules.parameter('limits/account', 'passwordMaxLength', '2026-06-01')),
    };
    for (const { email } of demoEmployers) expect(passwordProblem(demoPassword, email, bounds)).toBeNull();
  });

  test('there is somebody for every role, and a second supervisor', () => {
    const roles = demoStaff.map(({ role }) => role).toSorted();
    expect(roles).toEqual(['auditor', 'clerk', 'clerk', 'supervisor', 'supervisor']);
  });
});
