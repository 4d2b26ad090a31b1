import { describe, expect, test } from 'vitest';
import { emailForm, loginForm, startForm } from '#app/forms/account.ts';
import { establishmentForm, provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { postingForm, stepOf } from '#app/forms/posting.ts';
import { readFields, readForm, typedTextOf } from '#app/forms/read.ts';
import { postingField, sent, type Typed, typedEstablishment, typedPosting } from './samples.ts';

const read = (changes: Typed = {}) => readForm(postingForm, sent({ ...typedPosting, ...changes }));
const problemsOf = (changes: Typed) => read(changes).errors.map(({ field, code }) => `${field} ${code}`);

describe('a complete posting', () => {
  test('has no errors and every field of the form, null where nothing was typed', () => {
    const { values, errors } = read();
    expect(errors).toEqual([]);
    expect(values).toMatchObject({
      establishment_confirmed: true,
      base_pay_min: 210_000,
      avg_work_days_month: 20.5,
      shift1_start: '08:30',
      workplace_postal: '1000000',
      contact_phone: '0300000000',
      holidays: ['sat', 'sun', 'national'],
      employer_message: null,
      trial_kind: null,
    });
  });

  test('reads the same from a query string and from JSON', () => {
    const query = new URLSearchParams(
      Object.entries(typedPosting).flatMap(([name, text]) =>
        (typeof text === 'string' ? [text] : text).map((one) => [name, one]),
      ),
    );
    expect(readForm(postingForm, query).values).toEqual(read().values);
    expect(readForm(postingForm, typedPosting).values).toEqual(read().values);
  });

  test('read again from what was stored, is the same', () => {
    const { values } = read();
    expect(readForm(postingForm, values)).toMatchObject({ values, errors: [] });
    expect(
      readForm(
        postingForm,
        typedTextOf(
          postingForm.sections.flatMap((s) => s.fields),
          values,
        ),
      ).values,
    ).toEqual(values);
  });
});

describe('what is wrong', () => {
  test('is all said at once, in the order of the form', () => {
    expect(
      problemsOf({
        job_title: '',
        base_pay_min: 'たくさん',
        shift1_end: '25:00',
        hiring_reason: 'whim',
        contact_phone: '123',
      }),
    ).toEqual([
      'job_title required',
      'base_pay_min not-a-number',
      'shift1_end not-a-time',
      'hiring_reason not-a-choice',
      'contact_phone wrong-digit-count',
    ]);
  });

  test('keeps everything typed', () => {
    const { typed, values } = read({ base_pay_min: ' たくさん ', holidays: ['sat', 'never'] });
    expect(typed.base_pay_min).toBe(' たくさん ');
    expect(typed.holidays).toEqual(['sat', 'never']);
    expect(values.base_pay_min).toBeNull();
    expect(values.holidays).toBeNull();
  });

  test('28 letters of 職種 are fine and 29 are not, an emoji or rare kanji being one letter', () => {
    expect(problemsOf({ job_title: '𠮷'.repeat(28) })).toEqual([]);
    const { errors } = read({ job_title: '𠮷'.repeat(29) });
    expect(errors).toEqual([{ field: 'job_title', code: 'too-long', params: { length: 29, max: 28 } }]);
  });

  test('ﾊﾝｶｸ kana count after they are joined', () => {
    expect(problemsOf({ job_title: 'ｶﾞ'.repeat(28) })).toEqual([]);
  });

  test('a line end of a browser is one letter', () => {
    expect(problemsOf({ job_description: `${'あ'.repeat(358)}\r\nい` })).toEqual([]);
    expect(problemsOf({ job_description: `${'あ'.repeat(359)}\r\nい` })).toEqual([
      'job_description too-long',
    ]);
  });

  test('numbers keep their bounds, both included', () => {
    expect(problemsOf({ hiring_count: '1' })).toEqual([]);
    expect(problemsOf({ hiring_count: '0' })).toEqual(['hiring_count too-small']);
    expect(problemsOf({ hiring_count: '999' })).toEqual([]);
    expect(problemsOf({ hiring_count: '1000' })).toEqual(['hiring_count too-large']);
    expect(problemsOf({ hiring_count: '9'.repeat(400) })).toEqual(['hiring_count too-large']);
    expect(problemsOf({ hiring_count: '1.5' })).toEqual(['hiring_count not-a-whole-number']);
    expect(problemsOf({ avg_work_days_month: '20.55' })).toEqual(['avg_work_days_month too-many-decimals']);
    expect(problemsOf({ hiring_count: '-1' })).toEqual(['hiring_count not-a-number']);
  });

  test('a control character is an error that says where, and is never dropped', () => {
    const { errors, values } = read({ job_title: 'あ\u0000い' });
    expect(errors).toEqual([
      { field: 'job_title', code: 'unusable-character', params: { position: 2, codePoint: 'U+0000' } },
    ]);
    expect(values.job_title).toBeNull();
    expect(readForm(postingForm, { ...typedPosting, job_title: 'あ\uD800' }).errors).toMatchObject([
      { field: 'job_title', code: 'unusable-character', params: { codePoint: 'U+D800' } },
    ]);
    expect(problemsOf({ job_title: 'あ\uD800' })).toEqual(['job_title unusable-character']);
    expect(problemsOf({ job_description: '一行目\n二行目' })).toEqual([]);
    expect(problemsOf({ job_description: '一行目\t二行目' })).toEqual(['job_description unusable-character']);
  });

  test('a file or an object where text belongs is named, and so are several values for one field', () => {
    const data = sent(typedPosting);
    data.set('job_title', new File(['x'], 'x.txt'));
    expect(readForm(postingForm, data).errors).toEqual([{ field: 'job_title', code: 'not-text' }]);
    expect(readForm(postingForm, { ...typedPosting, job_title: { a: 1 } }).errors).toEqual([
      { field: 'job_title', code: 'not-text' },
    ]);
    expect(readForm(postingForm, { ...typedPosting, job_title: ['a', 'b'] }).errors).toEqual([
      { field: 'job_title', code: 'several-values' },
    ]);
  });

  test('fields of no form are left alone', () => {
    expect(read({ is_supervisor: 'yes' }).values).not.toHaveProperty('is_supervisor');
  });
});

describe('conditions', () => {
  test('a fixed term asks for its period and its renewal', () => {
    expect(problemsOf({ contract_term: 'fixed' })).toEqual([
      'contract_period_months required',
      'renewal_possibility required',
    ]);
  });

  test('a renewal on conditions asks for the conditions and whether there is a cap', () => {
    expect(
      problemsOf({
        contract_term: 'fixed',
        contract_period_months: '12',
        renewal_possibility: 'conditional',
      }),
    ).toEqual(['renewal_condition required', 'renewal_cap required']);
  });

  test('what is not shown is stored as null, even when it was typed, and its slips do not count', () => {
    const { values, errors, typed } = read({ contract_term: 'indefinite', contract_period_months: 'abc' });
    expect(errors).toEqual([]);
    expect(values.contract_period_months).toBeNull();
    expect(typed.contract_period_months).toBe('abc');
  });

  test('what hangs on a field that is not shown is not shown either', () => {
    const { values, errors } = read({
      contract_term: 'indefinite',
      renewal_possibility: 'conditional',
      renewal_condition: '勤務成績による',
    });
    expect(errors).toEqual([]);
    expect(values).toMatchObject({ renewal_possibility: null, renewal_condition: null });
  });

  test('a condition may look at a later field: monthly pay asks for the days of work', () => {
    expect(problemsOf({ avg_work_days_month: '' })).toEqual(['avg_work_days_month required']);
    expect(problemsOf({ avg_work_days_month: '', pay_basis: 'hourly' })).toEqual([]);
  });

  test('オンライン自主応募 is asked for publication 1 and 2 only', () => {
    expect(problemsOf({ publication_scope: '2', accepts_self_application: '' })).toEqual([
      'accepts_self_application required',
    ]);
    expect(read({ publication_scope: '3' }).values.accepts_self_application).toBeNull();
    expect(problemsOf({ publication_scope: '3', accepts_self_application: '' })).toEqual([]);
  });

  test('one step knows the answers of the other steps', () => {
    const { fields } = stepOf(5);
    const hours = sent(typedPosting);
    expect(readFields(fields, hours, { work_time: 'full' }).errors).toEqual([]);
    expect(readFields(fields, hours, { work_time: 'part' }).errors).toEqual([
      { field: 'weekly_days', code: 'required' },
    ]);
  });
});

describe('conversions', () => {
  const conversionsOf = (changes: Typed) => read(changes).conversions;

  test('are told where something visible changed', () => {
    expect(conversionsOf({ contact_phone: '０３－００００－００００' })).toEqual([
      { field: 'contact_phone', from: '０３－００００－００００', to: '0300000000' },
    ]);
    expect(conversionsOf({ contact_kana: 'みほん ﾀﾛｳ' })).toEqual([
      { field: 'contact_kana', from: 'みほん ﾀﾛｳ', to: 'ミホン　タロウ' },
    ]);
    expect(conversionsOf({ shift1_start: '８時半' })).toEqual([
      { field: 'shift1_start', from: '８時半', to: '08:30' },
    ]);
  });

  test('are not told for hyphens, commas and spaces', () => {
    expect(
      conversionsOf({ contact_phone: '03 0000-0000', base_pay_min: ' 210,000円 ', job_title: ' 組立て ' }),
    ).toEqual([]);
  });
});

describe('an establishment', () => {
  const errorsOf = (changes: Typed, form = establishmentForm) =>
    readForm(form, sent({ ...typedEstablishment, ...changes })).errors.map(
      ({ field, code }) => `${field} ${code}`,
    );

  test('is read with its numbers in their canonical form and its name untouched', () => {
    const { values, errors } = readForm(
      establishmentForm,
      sent({ ...typedEstablishment, name: '\uFA19社㈱' }),
    );
    expect(errors).toEqual([]);
    expect(values).toMatchObject({
      establishment_number: '1301-001234-7',
      name: '\uFA19社㈱',
      name_kana: 'ミホンショウカイ',
      phone: '0300000000',
      sole_proprietor: false,
    });
  });

  test('with a wrong check digit passes for staff with a reason only', () => {
    const wrong = { corporate_number: '6000012070002' };
    expect(errorsOf(wrong)).toEqual(['corporate_number check-digit']);
    const reasoned = { ...wrong, corporate_number_override_reason: '公表サイトで確認' };
    expect(errorsOf(reasoned)).toEqual([]);
    expect(errorsOf(reasoned, provisionalEstablishmentForm)).toEqual(['corporate_number check-digit']);
  });

  test('a reason does not excuse a number of twelve digits', () => {
    expect(errorsOf({ corporate_number: '600001207000', corporate_number_override_reason: '確認' })).toEqual([
      'corporate_number wrong-digit-count',
    ]);
  });

  test('of a sole proprietor has no 法人番号', () => {
    const alone = { sole_proprietor: 'on', corporate_number: '' };
    expect(errorsOf(alone)).toEqual([]);
    expect(errorsOf({ corporate_number: '' })).toEqual(['corporate_number required']);
  });

  test('entered online may lack its 事業所番号', () => {
    expect(errorsOf({ establishment_number: '' })).toEqual(['establishment_number required']);
    expect(errorsOf({ establishment_number: '' }, provisionalEstablishmentForm)).toEqual([]);
  });

  test('has a web address that is safe to link', () => {
    const websiteOf = (website: string) =>
      readForm(establishmentForm, sent({ ...typedEstablishment, website }));
    expect(websiteOf('www.example.co.jp').values.website).toBe('https://www.example.co.jp');
    expect(websiteOf('ｈｔｔｐｓ：／／www.example.co.jp/会社').values.website).toBe(
      'https://www.example.co.jp/会社',
    );
    for (const bad of ['javascript:alert(1)', 'ftp://example.co.jp', 'https://user@example.co.jp/', 'なし']) {
      expect(websiteOf(bad).errors.map(({ code }) => code)).toEqual(['not-a-url']);
    }
  });
});

describe('accounts', () => {
  test('an address of 100 letters is fine, 101 are too many', () => {
    const address = (length: number) => `${'a'.repeat(length - '@example.co.jp'.length)}@example.co.jp`;
    expect(readForm(emailForm, { email: address(100) }).errors).toEqual([]);
    expect(readForm(emailForm, { email: address(101) }).errors).toMatchObject([{ code: 'too-long' }]);
  });

  test.each([
    'saiyo',
    'saiyo@',
    '@example.co.jp',
    'a@b',
    'a b@例.jp',
    'a@-b.jp',
    'a@b..jp',
    'a@b.jp,c@d.jp',
    'a\n@b.jp',
  ])('%j is not an address', (email) => {
    expect(readForm(emailForm, { email }).errors).toHaveLength(1);
  });

  test('full-width letters become half-width, which is told', () => {
    const { values, conversions } = readForm(emailForm, { email: 'ｓａｉｙｏ＠ＥＸＡＭＰＬＥ．ｃｏ．ｊｐ' });
    expect(values.email).toBe('saiyo@example.co.jp');
    expect(conversions).toHaveLength(1);
  });

  test('consent that is not ticked is missing', () => {
    expect(
      readForm(startForm, { email: 'a@example.jp', consent_terms: '', consent_privacy: 'on' }).errors,
    ).toEqual([{ field: 'consent_terms', code: 'required' }]);
  });

  test('a password is taken as it is and never shown again', () => {
    const password = ' パス Ｗord　';
    const { values, typed, conversions } = readForm(loginForm, { email: 'a@example.jp', password });
    expect(values.password).toBe(password);
    expect(typed.password).toBe('');
    expect(conversions).toEqual([]);
  });
});

test('text typed for a stored value reads as that value', () => {
  const field = postingField('base_pay_min');
  expect(typedTextOf([field], { base_pay_min: 210_000 })).toEqual({ base_pay_min: '210000' });
});
