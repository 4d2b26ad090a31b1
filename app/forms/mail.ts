import type { FormDefinition } from './field.ts';

/** 送り直し */
export const resendForm: FormDefinition = {
  id: 'mail-resend',
  title: '送り直し',
  sections: [
    {
      id: 'resend',
      title: 'メールを送り直す',
      help: 'いまの登録内容でメールを作り直し、いまの宛先に送ります。',
      fields: [
        {
          name: 'reason',
          label: '送り直す理由',
          kind: 'text',
          required: true,
          maxLength: 200,
          help: '例：届いていないと電話があった。求職者など、ほかの人の氏名は書かないでください。',
        },
      ],
    },
  ],
};
