import type { Section } from '../field.ts';

/** Step 1: 求人区分等 */
export const categoryStep: Section = {
  id: '1',
  title: '求人区分等',
  help: '職種・就業場所・雇用形態・フルタイムとパートの別ごとに、1件ずつお申し込みください。',
  fields: [
    {
      name: 'posting_category',
      label: '求人区分',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'general', label: '一般' },
        { value: 'new_graduate', label: '新卒・既卒' },
        { value: 'seasonal', label: '季節' },
        { value: 'migrant', label: '出稼ぎ' },
        { value: 'disability', label: '障害のある方' },
      ],
    },
    {
      name: 'work_time',
      label: 'フルタイム・パートの別',
      kind: 'choice',
      required: true,
      help: '雇用形態や賃金の支払い方ではなく、働く時間の長さで選びます。事業所の通常の労働者と同じ時間であればフルタイムです。',
      choices: [
        { value: 'full', label: 'フルタイム' },
        { value: 'part', label: 'パート' },
      ],
    },
    {
      name: 'publication_scope',
      label: '公開希望',
      kind: 'choice',
      required: true,
      choices: [
        { value: '1', label: '事業所名等を含む求人情報を公開する' },
        { value: '2', label: 'ハローワークの求職者に限定して、事業所名等を含む求人情報を公開する' },
        { value: '3', label: '事業所名等を含まない求人情報を公開する' },
        { value: '4', label: '求人情報を公開しない' },
      ],
    },
    {
      name: 'accepts_self_application',
      label: 'オンライン自主応募の受付',
      kind: 'choice',
      required: true,
      shownWhen: { field: 'publication_scope', in: ['1', '2'] },
      help: '自主応募はハローワークの紹介に当たりません。',
      choices: [
        { value: 'yes', label: '受け付ける' },
        { value: 'no', label: '受け付けない' },
      ],
    },
    {
      name: 'trial_employment_wish',
      label: 'トライアル雇用併用の希望',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'none', label: 'なし' },
        { value: 'combined', label: '併用', help: '通常の求人と、トライアル雇用求人の両方として扱います。' },
        { value: 'only', label: '専用', help: 'トライアル雇用求人としてだけ扱います。' },
      ],
    },
    {
      name: 'trial_kind',
      label: 'トライアル雇用の種類',
      kind: 'choice',
      required: true,
      shownWhen: { field: 'trial_employment_wish', in: ['combined', 'only'] },
      choices: [
        { value: 'trial', label: 'トライアル雇用' },
        { value: 'disability_trial', label: '障害者トライアル雇用' },
        { value: 'disability_short_hours_trial', label: '障害者短時間トライアル雇用' },
      ],
    },
    {
      name: 'note_to_office',
      label: 'ハローワークへの連絡事項',
      kind: 'textarea',
      maxLength: 300,
      help: '求人票には載りません。',
      whenCopied: 'leave-out',
    },
  ],
};

/** Step 2: 事業所情報の確認. It has nothing of its own: the establishment's data are shown, common to all postings. */
export const establishmentStep: Section = {
  id: '2',
  title: '事業所情報の確認',
  help: '登録されている事業所情報が、すべての求人に共通で載ります。違うところがあれば、先に事業所情報の変更をお申し出ください。',
  fields: [
    {
      name: 'establishment_confirmed',
      label: '事業所情報に間違いがないことを確認しました',
      kind: 'confirm',
      required: true,
      whenCopied: 'leave-out',
    },
  ],
};
