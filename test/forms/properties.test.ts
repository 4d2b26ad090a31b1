import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseDate, parseTime } from '#app/forms/dateTime.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type Field, type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingForm } from '#app/forms/posting.ts';
import { readForm, typedTextOf } from '#app/forms/read.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { validate } from '#app/forms/validate.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { type Typed, typedEstablishment, typedPosting } from './samples.ts';

vi.setConfig({ testTimeout: 20_000 });

const settings = { numRuns: 60, seed: 20261122 };

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('\uD800', '\u0000', '\n', 'ｶ', 'ﾞ', '１', '-', 'ー', '.', ',', 'R', '令', '@', '𠮷'),
    maxLength: 12,
  }),
  fc.constantFrom(
    '',
    ' ',
    'on',
    'yes',
    'no',
    '0',
    '1',
    '12.5',
    '2026-02-29',
    'R1.4.30',
    '24:00',
    '03-0000-0000',
  ),
);

/** Texts that are likely to suit the field, so that whole forms get through now and then. */
const suitable = (field: Field): fc.Arbitrary<string | readonly string[]> => {
  const values = field.choices?.map((choice) => choice.value) ?? [];
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...values);
    case 'choices':
      return fc.subarray(values, { minLength: 1 });
    case 'confirm':
      return fc.constant('on');
    case 'kana':
      return fc.constantFrom('ﾐﾎﾝ', 'みほん', 'ミホン　タロウ');
    case 'integer':
    case 'yen':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? 1000 }).map(String);
    case 'decimal':
      return fc.integer({ min: 10, max: 300 }).map((tenths) => String(tenths / 10));
    case 'date':
      return fc.constantFrom('2026-11-22', '令和8年2月28日', 'H31.4.30');
    case 'time':
      return fc.constantFrom('9:00', '１７時半', '2400');
    case 'phone':
      return fc.constantFrom('03-0000-0000', '０９０００００００００');
    case 'postal':
      return fc.constant('100-0000');
    case 'email':
      return fc.constantFrom('saiyo@example.co.jp', 'Ａ＠ＥＸＡＭＰＬＥ．ＪＰ');
    case 'url':
      return fc.constantFrom('www.example.co.jp', 'https://example.jp/a');
    case 'code':
      return fc.constantFrom('派13-123456', '１２');
    case 'corporateNumber':
      return fc.constantFrom('6000012070001', '７０００－０１２０－５０００２');
    case 'establishmentNumber':
      return fc.constantFrom('1301-12-7', '13011234567');
    default:
      return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(field.maxLength ?? 60, 60) });
  }
};

/** A sample with some fields typed anew: mostly suitable, sometimes anything. */
const typedFor = (form: FormDefinition, sample: Typed, strange: boolean): fc.Arbitrary<Typed> =>
  fc
    .record(
      Object.fromEntries(
        fieldsOf(form).map((field) => [
          field.name,
          strange ? fc.oneof(suitable(field), anyText) : suitable(field),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((changes) => ({ ...sample, ...(changes as Typed) }));

const forms = [
  [postingForm, typedPosting],
  [establishmentForm, typedEstablishment],
] as const;

test.each(forms)(
  'reading never throws, whatever is typed, and every error has its sentence ($id)',
  (form, sample) => {
    const fields = new Map(fieldsOf(form).map((field) => [field.name, field]));
    fc.assert(
      fc.property(typedFor(form, sample, true), (typed) => {
        const result = readForm(form, typed);
        for (const error of result.errors) {
          const field = fields.get(error.field);
          const sentence = field === undefined ? 'undefined' : fieldErrorText(error, field);
          if (!/[。」]$/.test(sentence) || sentence.includes('undefined'))
            throw new Error(`${error.code}: ${sentence}`);
        }
        expect(Object.keys(result.values)).toEqual([...fields.keys()]);
      }),
      settings,
    );
  },
);

test.each(forms)('the schema accepts exactly what the form reads without errors ($id)', (form, sample) => {
  const schema = schemaOf(form);
  fc.assert(
    fc.property(
      fc.boolean().chain((strange) => typedFor(form, sample, strange)),
      (typed) => {
        const { values, errors } = readForm(form, typed);
        const missing = errors.filter((error) => error.code !== 'required').map((error) => error.field);
        const fits = validate(schema, values).length === 0;
        // A slip in an optional field leaves null behind, which the schema has no quarrel with.
        if (errors.length === 0) expect(validate(schema, values)).toEqual([]);
        else if (missing.length === 0) expect(fits).toBe(false);
      },
    ),
    settings,
  );
});

test.each(forms)('values shown in inputs and read again are the same values ($id)', (form, sample) => {
  fc.assert(
    fc.property(typedFor(form, sample, true), (typed) => {
      const { values } = readForm(form, typed);
      const again = readForm(form, typedTextOf(fieldsOf(form), values));
      expect(again.values).toEqual(values);
      expect(again.conversions).toEqual([]);
      expect(readForm(form, values).values).toEqual(values);
      for (const field of fieldsOf(form)) formatValue(field, values[field.name] ?? null);
    }),
    settings,
  );
});

test('every day of the calendar can be read the Western and the Japanese way', () => {
  const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
  const days = fc.date({ min: new Date('1912-07-30'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10);
      expect(parseDate(date.replaceAll('-', ''))).toEqual({ date });
      expect(parseDate(japanese.format(day))).toEqual({ date });
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});

test('parsers never throw', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      parseDate(text);
      parseTime(text);
    }),
    settings,
  );
});
