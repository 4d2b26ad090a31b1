import { describe, expect, test } from 'vitest';
import * as accountForms from '#app/forms/account.ts';
import { establishmentForm, provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { seekerEntryForm } from '#app/forms/jobSeeker.ts';
import { bounds, lengths } from '#app/forms/limits.ts';
import { postingForm, postingSteps, stepOf } from '#app/forms/posting.ts';
import { employerResultForm, referralForm, staffResultForm } from '#app/forms/referral.ts';
import { releaseForm } from '#app/forms/restriction.ts';
import {
  acceptanceForm,
  identityChecklist,
  refusalForm,
  refusalSettlementForm,
  returnForm,
  visitDemandForm,
  visitForm,
} from '#app/forms/review.ts';

const forms: readonly FormDefinition[] = [
  postingForm,
  establishmentForm,
  provisionalEstablishmentForm,
  ...Object.values(accountForms),
  returnForm,
  refusalForm,
  refusalSettlementForm,
  visitForm,
  acceptanceForm,
  visitDemandForm,
  seekerEntryForm,
  referralForm,
  employerResultForm,
  staffResultForm,
  releaseForm,
];

describe.each(forms.map((form) => [form.id, form] as const))('the form %s', (_, form) => {
  const fields = fieldsOf(form);
  const names = fields.map((field) => field.name);

  test('names every field and every section once', () => {
    expect(new Set(names).size).toBe(names.length);
    const sections = form.sections.map((section) => section.id);
    expect(new Set(sections).size).toBe(sections.length);
  });

  test('labels every field differently', () => {
    const labels = fields.map((field) => field.label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  test('offers choices exactly where one chooses, each value and each label once', () => {
    for (const field of fields) {
      const isChosen = field.kind === 'choice' || field.kind === 'choices';
      expect([field.name, field.choices !== undefined]).toEqual([field.name, isChosen]);
      const choices = field.choices ?? [];
      expect(new Set(choices.map((choice) => choice.value)).size).toBe(choices.length);
      expect(new Set(choices.map((choice) => choice.label)).size).toBe(choices.length);
    }
  });

  test('looks at choices and tick boxes of its own, earlier ones where showing hangs on them', () => {
    for (const [index, field] of fields.entries()) {
      const conditions = [field.shownWhen, field.required === true ? undefined : field.required];
      for (const condition of conditions) {
        if (condition === undefined) continue;
        const target = fields[names.indexOf(condition.field)];
        const offered =
          target?.kind === 'confirm' ? [true, false] : target?.choices?.map((choice) => choice.value);
        expect(target?.kind, field.name).toMatch(/^(choice|confirm)$/);
        expect(offered, field.name).toEqual(expect.arrayContaining([...condition.in]));
      }
      if (field.shownWhen !== undefined) expect(names.indexOf(field.shownWhen.field)).toBeLessThan(index);
    }
  });

  test('has sensible bounds', () => {
    for (const field of fields) {
      expect(lengths(field).min).toBeLessThanOrEqual(lengths(field).max);
      expect(bounds(field).min).toBeLessThanOrEqual(bounds(field).max);
      if (field.overriddenBy !== undefined) expect(names).toContain(field.overriddenBy);
    }
  });
});

describe('the posting form', () => {
  test('has the eight official steps in order', () => {
    expect(postingSteps.map((step) => `${step.id} ${step.title}`)).toEqual([
      '1 求人区分等',
      '2 事業所情報の確認',
      '3 仕事内容',
      '4 賃金・手当',
      '5 労働時間',
      '6 保険・年金・定年等',
      '7 求人PR情報',
      '8 選考方法',
    ]);
    expect(stepOf(1)).toBe(postingSteps[0]);
    expect(stepOf(8)).toBe(postingSteps[7]);
    expect(() => stepOf(0)).toThrow(RangeError);
    expect(() => stepOf(9)).toThrow(RangeError);
  });

  test.each([
    ['job_title', 28],
    ['job_description', 360],
    ['smoking_measure_note', 60],
    ['other_allowances', 150],
    ['holidays_note', 60],
    ['employer_message', 600],
    ['disability_consideration', 40],
    ['disability_support', 40],
    ['disability_contact', 40],
    ['disability_staff', 40],
    ['disability_appeal', 40],
    ['selection_note', 60],
    ['posting_note', 600],
  ])('%s holds the %d letters of the official form', (name, length) => {
    expect(fieldsOf(postingForm).find((field) => field.name === name)?.maxLength).toBe(length);
  });

  test('marks the data of persons', () => {
    const personal = fieldsOf(postingForm).filter((field) => field.personal);
    expect(personal.map((field) => field.name)).toEqual([
      'disability_contact',
      'contact_name',
      'contact_kana',
      'contact_phone',
      'contact_extension',
      'contact_fax',
      'contact_email',
    ]);
  });
});

test('every item of the identity checklist is a required tick of the visit form', () => {
  for (const name of identityChecklist) {
    expect(fieldsOf(visitForm).find((field) => field.name === name)).toMatchObject({
      kind: 'confirm',
      required: true,
    });
  }
});
