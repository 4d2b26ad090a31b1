import type { FormDefinition } from './field.ts';

/** 募集停止の申込み */
export const stopForm: FormDefinition = {
  id: 'change-stop',
  title: '募集停止',
  sections: [
    {
      id: 'stop',
      title: '募集停止の内容',
      fields: [
        {
          name: 'stop_on',
          label: '募集を停止する日',
          kind: 'date',
          required: true,
          help: 'この日から求人が無効になります。今日から有効期限までの日付を入力してください。例：2026-12-01、R8.12.1',
        },
        {
          name: 'stop_reason',
          label: '募集を停止する理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '例：採用が決まったため。応募された方や採用した方のお名前は入力しないでください。',
        },
      ],
    },
  ],
};

/** 受理 of a change of content that a red check stands against. */
export const contentAcceptanceForm: FormDefinition = {
  id: 'change-acceptance',
  title: '受理',
  sections: [
    {
      id: 'acceptance',
      title: '受理',
      fields: [
        {
          name: 'override_reason',
          label: '未解決の項目があるまま受理する理由',
          kind: 'textarea',
          maxLength: 600,
          help: '「エラー」の検査が残っているときだけ入力してください。',
        },
      ],
    },
  ],
};

/** What the counter writes when it returns or rejects a change request. */
export const changeAnswerForm: FormDefinition = {
  id: 'change-answer',
  title: '求人者への説明',
  sections: [
    {
      id: 'answer',
      title: '求人者への説明',
      fields: [
        {
          name: 'message',
          label: '求人者への説明',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '求人者のマイページに、このまま表示されます。メールでは、マイページをご覧いただくようお知らせします。',
        },
      ],
    },
  ],
};
