import type { FormDefinition } from './field.ts';

/** 利用制限の解除: the record of the talk with the employer. */
export const releaseForm: FormDefinition = {
  id: 'restriction-release',
  title: '利用制限の解除',
  sections: [
    {
      id: 'release',
      title: '解除の記録',
      fields: [
        {
          name: 'channel',
          label: '連絡の方法',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'phone', label: '電話' },
            { value: 'fax', label: 'FAX' },
            { value: 'counter', label: '窓口' },
          ],
        },
        {
          name: 'spoken_to',
          label: '話した相手',
          kind: 'text',
          required: true,
          maxLength: 60,
          personal: true,
          help: '例：総務課　見本 担当',
        },
        {
          name: 'promised_on',
          label: '約束日（結果の登録を終える日）',
          kind: 'date',
          help: '未登録が上限を超えたまま解除するときは、必ず入力してください。この日の終わりまで、再び制限されません。',
        },
        {
          name: 'reason',
          label: '解除の理由',
          kind: 'textarea',
          required: true,
          maxLength: 300,
          help: '例：すべての結果を登録したことを確認した。',
        },
      ],
    },
  ],
};
