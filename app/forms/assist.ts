import type { FormDefinition } from './field.ts';

/** 代行表示の開始 */
export const assistForm: FormDefinition = {
  id: 'assist',
  title: '代行表示',
  sections: [
    {
      id: 'assist',
      title: '閲覧の理由',
      fields: [
        {
          name: 'caller',
          label: '電話の相手',
          kind: 'text',
          required: true,
          maxLength: 60,
          help: '例：採用担当の方。お名前は、確認できた範囲で入力してください。',
          personal: true,
        },
        {
          name: 'reason',
          label: '閲覧する理由',
          kind: 'text',
          required: true,
          maxLength: 200,
          help: '記録に残ります。例：差戻しの直し方の問合せ',
        },
      ],
    },
  ],
};
