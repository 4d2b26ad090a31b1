import type { DraftedAct } from '#app/domain/decisionDraft.ts';
import { noteLength } from '#app/domain/staffNote.ts';
import type { Field, FormDefinition } from './field.ts';
import { acceptanceForm, refusalForm, returnForm } from './review.ts';

/** 保留 */
export const holdForm: FormDefinition = {
  id: 'review-hold',
  title: '保留',
  sections: [
    {
      id: 'hold',
      title: '保留の内容',
      fields: [
        {
          name: 'reason',
          label: '保留の理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '職員だけが見ます。求人者には見えません。',
        },
        {
          name: 'until',
          label: '再開する日',
          kind: 'date',
          required: true,
          help: 'この日になると、保留は自動で終わります。開庁日を入力してください。例：2026-11-27、R8.11.27',
        },
      ],
    },
  ],
};

/** 引継ぎの依頼 */
export const askHandOverForm: FormDefinition = {
  id: 'review-ask-hand-over',
  title: '引継ぎの依頼',
  sections: [
    {
      id: 'ask-hand-over',
      title: '依頼する理由',
      fields: [
        {
          name: 'reason',
          label: '引継ぎを依頼する理由',
          kind: 'text',
          required: true,
          maxLength: 200,
          help: '確認中の職員の画面に、このまま表示されます。例：求人者が窓口に来ているため',
        },
      ],
    },
  ],
};

const aboutField: Field = {
  name: 'about',
  label: '対象',
  kind: 'choice',
  required: true,
  choices: [
    { value: 'posting', label: 'この求人' },
    { value: 'establishment', label: 'この事業所' },
  ],
};

const noteFields: readonly Field[] = [
  {
    name: 'text',
    label: 'メモ',
    kind: 'textarea',
    required: true,
    maxLength: noteLength,
    help: '職員だけが見ます。求人者には見えません。書いたあとは直せません。自分のメモは取り消せます（取消し線を引いて残ります）。',
    personal: true,
  },
];

const checkFields: readonly Field[] = [
  {
    name: 'reason',
    label: '確認する理由',
    kind: 'text',
    required: true,
    maxLength: 200,
    help: '審査の一覧の「確認理由」に表示します。求人者には見えません。',
  },
  {
    name: 'due_on',
    label: '確認の期限',
    kind: 'date',
    required: true,
    help: '開庁日を入力してください。例：2026-11-27、R8.11.27',
  },
];

/** A small form about a posting, where somebody may mean its establishment instead, or about an establishment. */
const subjectForms = (id: string, title: string, fields: readonly Field[]) => {
  const form = (suffix: string, all: readonly Field[]): FormDefinition => ({
    id: `${id}-${suffix}`,
    title,
    sections: [{ id, title, fields: all }],
  });
  return { posting: form('posting', [aboutField, ...fields]), establishment: form('establishment', fields) };
};

/** メモ */
export const noteForms = subjectForms('note', 'メモ', noteFields);

/** 確認を追加 */
export const checkForms = subjectForms('check', '追加する確認', checkFields);

/** 確認済み */
export const settleCheckForm: FormDefinition = {
  id: 'check-settlement',
  title: '確認済みにする',
  sections: [
    {
      id: 'settlement',
      title: '確認の結果',
      fields: [
        {
          name: 'note',
          label: '記録',
          kind: 'textarea',
          maxLength: 600,
          help: '職員だけが見ます。求人者には見えません。',
        },
      ],
    },
  ],
};

/** The form of each decision whose typed text is kept as a draft. */
export const draftedForms: Readonly<Record<DraftedAct, FormDefinition>> = {
  accept: acceptanceForm,
  return: returnForm,
  refuse: refusalForm,
};
