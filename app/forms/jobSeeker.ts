import { type Field, type FormDefinition, fieldsOf, type Section } from './field.ts';
import { prefectures } from './prefectures.ts';

/** Who the seeker is and how the office reaches them; an employer sees the name on the 紹介状 only. */
export const seekerPersonSection: Section = {
  id: 'seeker-person',
  title: '求職者',
  help: '紹介状に載せる氏名のほかは、求人者に見せません。',
  fields: [
    { name: 'seeker_name', label: '氏名', kind: 'text', required: true, maxLength: 40, personal: true },
    {
      name: 'seeker_name_kana',
      label: '氏名（カナ）',
      kind: 'kana',
      required: true,
      maxLength: 60,
      personal: true,
    },
    { name: 'born_on', label: '生年月日', kind: 'date', required: true, personal: true },
    { name: 'seeker_phone', label: '電話番号', kind: 'phone', personal: true },
    { name: 'seeker_email', label: 'メールアドレス', kind: 'email', maxLength: 100, personal: true },
    { name: 'seeker_address', label: '住所', kind: 'text', maxLength: 100, personal: true },
    {
      name: 'has_mypage',
      label: '求職者マイページを開設している',
      kind: 'confirm',
      help: '開設している方だけが、求人者とメッセージをやりとりできます。',
    },
  ],
};

/** 求職情報: what employers may search once the seeker has asked for it. */
export const seekerProfileSection: Section = {
  id: 'seeker-profile',
  title: '求職情報',
  help: '公開すると、有効中の求人がある求人者が検索できます。氏名・連絡先など、本人が特定される内容は書かないでください。',
  fields: [
    {
      name: 'is_public',
      label: '求職情報の公開を希望している',
      kind: 'confirm',
      help: '本人の希望を確認してから、チェックを入れてください。',
    },
    { name: 'wished_occupation', label: '希望する職種', kind: 'text', required: true, maxLength: 40 },
    {
      name: 'wished_prefecture',
      label: '希望する勤務地（都道府県）',
      kind: 'choice',
      required: true,
      choices: prefectures,
    },
    { name: 'wished_place', label: '希望する勤務地（市区町村など）', kind: 'text', maxLength: 60 },
    {
      name: 'wished_employment_form',
      label: '希望する雇用形態',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'regular', label: '正社員' },
        { value: 'non_regular', label: '正社員以外' },
        { value: 'part', label: 'パート労働者' },
        { value: 'any', label: '問わない' },
      ],
    },
    {
      name: 'wished_work_time',
      label: '希望する働く時間',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'full', label: 'フルタイム' },
        { value: 'part', label: 'パートタイム' },
        { value: 'any', label: 'どちらでもよい' },
      ],
    },
    {
      name: 'wage_basis',
      label: '希望する賃金の形',
      kind: 'choice',
      choices: [
        { value: 'monthly', label: '月額' },
        { value: 'hourly', label: '時給' },
      ],
    },
    {
      name: 'wished_wage',
      label: '希望する賃金の額',
      kind: 'yen',
      required: { field: 'wage_basis', in: ['monthly', 'hourly'] },
      shownWhen: { field: 'wage_basis', in: ['monthly', 'hourly'] },
      min: 1,
      max: 9_999_999,
    },
    { name: 'work_experience', label: '経歴', kind: 'textarea', maxLength: 600 },
    { name: 'held_licences', label: '免許・資格', kind: 'textarea', maxLength: 300 },
    { name: 'knowledge', label: '専門知識・技能', kind: 'textarea', maxLength: 300 },
    { name: 'appeal', label: '求人者へのPR', kind: 'textarea', maxLength: 600 },
  ],
};

/** 求職者の登録・変更 */
export const seekerForm: FormDefinition = {
  id: 'job-seeker',
  title: '求職者',
  sections: [seekerPersonSection, seekerProfileSection],
};

/** Ticked once the counter has found that somebody with the same name and birthday is another person. */
export const otherPersonSection: Section = {
  id: 'other-person',
  title: '同じ方の登録がないことの確認',
  fields: [
    {
      name: 'other_person',
      label: '氏名と生年月日が同じ登録は、別の方である',
      kind: 'confirm',
      help: '同じ氏名・生年月日の登録があると知らされたときだけ、確認してチェックを入れてください。',
    },
  ],
};

/** What the counter fills in: the record, and the tick that is no part of it. */
export const seekerEntryForm: FormDefinition = {
  ...seekerForm,
  id: 'job-seeker-entry',
  sections: [...seekerForm.sections, otherPersonSection],
};

export const seekerFields = fieldsOf(seekerForm);

/** What the 求職者マイページ hands over (docs/api.md): the public part, and that there is such a MyPage. */
export const seekerHandOverFields: readonly Field[] = [
  ...seekerPersonSection.fields.filter(({ name }) => name === 'has_mypage'),
  ...seekerProfileSection.fields,
];
