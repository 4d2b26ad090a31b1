import type { FormDefinition } from './field.ts';

/** 練習の日付 to go on to. */
export const trainingForm: FormDefinition = {
  id: 'training',
  title: '日付を指定して進める',
  sections: [
    {
      id: 'day',
      title: '日付を指定して進める',
      fields: [
        {
          name: 'date',
          label: '進める先の日付',
          kind: 'date',
          required: true,
          help: '明日からの日付を入力してください。前の日には戻れません。',
        },
      ],
    },
  ],
};
