import { otherPurposes } from '#app/domain/visit.ts';
import type { FormDefinition } from './field.ts';

/** 用件 of a visit that registers nothing. */
const purposeLabels: Readonly<Record<(typeof otherPurposes)[number], string>> = {
  opening: 'マイページの開設（初回）',
  release: '利用制限の解除',
  consultation: '相談',
};

/** 来庁の記録 for another purpose than 本登録 */
export const otherVisitForm: FormDefinition = {
  id: 'visit-other',
  title: '来庁の記録',
  sections: [
    {
      id: 'visit',
      title: '来庁の内容',
      fields: [
        {
          name: 'purpose',
          label: '用件',
          kind: 'choice',
          required: true,
          choices: otherPurposes.map((value) => ({ value, label: purposeLabels[value] })),
        },
        {
          name: 'visited_on',
          label: '来庁日',
          kind: 'date',
          required: true,
          help: '例：2026-11-24、R8.11.24',
        },
        {
          name: 'note',
          label: '内容',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '求人者には見えません。',
        },
      ],
    },
  ],
};
