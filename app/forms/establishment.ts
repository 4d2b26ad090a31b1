import { insurances } from './choices.ts';
import type { Field, FormDefinition, Section } from './field.ts';
import { industries } from './industries.ts';
import { prefectures } from './prefectures.ts';

const establishmentNumber: Field = {
  name: 'establishment_number',
  label: '事業所番号',
  kind: 'establishmentNumber',
  identifies: true,
  help: '雇用保険適用事業所番号です（4桁-6桁-1桁、例：0000-000000-0）。',
};

const corporateNumber: Field = {
  name: 'corporate_number',
  label: '法人番号',
  kind: 'corporateNumber',
  identifies: true,
  required: true,
  shownWhen: { field: 'sole_proprietor', in: [false] },
  help: '13桁の数字です。個人事業主のときは要りません。',
};

/** 基本: who the employer is. `numbers` are the fields in which the two variants of the form differ. */
const identity = (numbers: readonly Field[]): Section => ({
  id: 'identity',
  title: '基本情報',
  fields: [
    { name: 'sole_proprietor', label: '個人事業主です（法人番号がありません）', kind: 'confirm' },
    ...numbers,
    {
      name: 'name',
      label: '事業所名',
      kind: 'text',
      required: true,
      maxLength: 60,
      autocomplete: 'organization',
      help: '登記や看板のとおりの文字で入力してください。文字は置き換えません。',
      identifies: true,
    },
    {
      name: 'name_kana',
      label: '事業所名フリガナ（カタカナ）',
      kind: 'kana',
      required: true,
      maxLength: 100,
      help: 'ひらがなや半角カナは全角カタカナに直します。',
      identifies: true,
    },
    { name: 'representative_title', label: '代表者の役職', kind: 'text', maxLength: 40, identifies: true },
    {
      name: 'representative_name',
      label: '代表者の氏名',
      kind: 'text',
      required: true,
      maxLength: 40,
      personal: true,
      identifies: true,
    },
  ],
});

const location: Section = {
  id: 'location',
  title: '所在地',
  help: '所在地を管轄するハローワークで登録します。',
  fields: [
    {
      name: 'postal',
      label: '郵便番号',
      kind: 'postal',
      required: true,
      autocomplete: 'postal-code',
      help: '数字7桁。ハイフンはあってもなくてもかまいません。',
      identifies: true,
    },
    {
      name: 'prefecture',
      label: '都道府県',
      kind: 'choice',
      required: true,
      choices: prefectures,
      autocomplete: 'address-level1',
    },
    {
      name: 'city',
      label: '市区町村',
      kind: 'text',
      required: true,
      maxLength: 60,
      autocomplete: 'address-level2',
    },
    {
      name: 'street',
      label: '町名・番地',
      kind: 'text',
      required: true,
      maxLength: 100,
      autocomplete: 'address-line1',
      identifies: true,
    },
    {
      name: 'building',
      label: '建物名・階',
      kind: 'text',
      maxLength: 100,
      autocomplete: 'address-line2',
      identifies: true,
    },
  ],
};

const contact: Section = {
  id: 'contact',
  title: '連絡先',
  fields: [
    {
      name: 'phone',
      label: '電話番号',
      kind: 'phone',
      required: true,
      autocomplete: 'tel',
      help: '例：03-0000-0000',
      identifies: true,
    },
    { name: 'fax', label: 'FAX番号', kind: 'phone', identifies: true },
    {
      name: 'contact_department',
      label: '担当者の課係名・役職',
      kind: 'text',
      maxLength: 40,
      identifies: true,
    },
    {
      name: 'contact_name',
      label: '担当者の氏名',
      kind: 'text',
      maxLength: 40,
      personal: true,
      identifies: true,
    },
    {
      name: 'contact_kana',
      label: '担当者の氏名フリガナ（カタカナ）',
      kind: 'kana',
      maxLength: 60,
      personal: true,
      identifies: true,
    },
    {
      name: 'website',
      label: 'ホームページ',
      kind: 'url',
      maxLength: 200,
      help: '例：https://www.example.co.jp/',
      identifies: true,
    },
  ],
};

/** 事業内容: common to all postings of the establishment, and printed on each of them. */
const business: Section = {
  id: 'business',
  title: '事業内容・保険等',
  help: 'ここに入力した内容は、この事業所のすべての求人に共通で載ります。',
  fields: [
    { name: 'industry', label: '産業分類（大分類）', kind: 'choice', required: true, choices: industries },
    {
      name: 'employee_count',
      label: '従業員数（就業場所）',
      kind: 'integer',
      required: true,
      max: 999_999,
      unit: '人',
    },
    {
      name: 'employee_count_company',
      label: '従業員数（企業全体）',
      kind: 'integer',
      max: 999_999,
      unit: '人',
    },
    { name: 'business_description', label: '事業内容', kind: 'textarea', required: true, maxLength: 90 },
    { name: 'features', label: '会社の特長', kind: 'textarea', maxLength: 90 },
    {
      name: 'founded_year',
      label: '設立年（西暦）',
      kind: 'integer',
      min: 500,
      max: 2100,
      unit: '年',
      help: '例：1998',
    },
    { name: 'capital', label: '資本金', kind: 'yen', max: 99_999_999_999_999, unit: '円' },
    { name: 'insurances', label: '加入保険', kind: 'choices', required: true, choices: insurances },
  ],
};

/** The field that lets a number pass whose check digit does not fit. */
export const overrideReason = 'corporate_number_override_reason';

/** 事業所登録 at the counter (domain.md §2.2, ux.md S7). */
export const establishmentForm: FormDefinition = {
  id: 'establishment',
  title: '事業所登録',
  sections: [
    identity([
      { ...establishmentNumber, required: true },
      { ...corporateNumber, overriddenBy: overrideReason },
      {
        name: overrideReason,
        label: '検査数字が合わないまま進む理由',
        kind: 'text',
        shownWhen: { field: 'sole_proprietor', in: [false] },
        maxLength: 100,
        help: '番号に間違いがないことを確かめたときだけ、確かめた方法を入力してください（例：国税庁の公表サイトで確認済み）。',
      },
    ]),
    location,
    contact,
    business,
  ],
};

/** 事業所情報の仮登録 by an employer online; the counter adds the number when it completes the registration. */
export const provisionalEstablishmentForm: FormDefinition = {
  id: 'establishment-provisional',
  title: '事業所情報の入力（仮登録）',
  sections: [
    identity([
      { ...establishmentNumber, help: '分かるときに入力してください（4桁-6桁-1桁）。窓口でも確認します。' },
      corporateNumber,
    ]),
    location,
    contact,
    business,
  ],
};

/**
 * What only the counter changes: the numbers come from other registers, and another person behind them (法人成り) is
 * another establishment. Everything else an employer may ask to have changed.
 */
export const counterOnly: readonly string[] = [
  'sole_proprietor',
  'establishment_number',
  'corporate_number',
  overrideReason,
];

/** 事業所情報の変更の申込み by an employer. */
export const establishmentChangeForm: FormDefinition = {
  id: 'establishment-change',
  title: '事業所情報の変更',
  sections: establishmentForm.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ name }) => !counterOnly.includes(name)),
  })),
};

/** The field in which the counter says why it corrects. */
export const correctionReason: Field = {
  name: 'correction_reason',
  label: '訂正する理由',
  kind: 'text',
  required: true,
  maxLength: 200,
  help: '何を見て、なぜ直すのかを入力してください。版の履歴に残ります（例：登記事項証明書で商号の変更を確認）。',
};

/** 登録内容の訂正 at the counter. */
export const establishmentCorrectionForm: FormDefinition = {
  id: 'establishment-correction',
  title: '登録内容の訂正',
  sections: [
    ...establishmentForm.sections,
    { id: 'correction', title: '訂正する理由', fields: [correctionReason] },
  ],
};
