import type { FormDefinition } from './field.ts';
import { returnReasons } from './returnReasons.ts';

/** 定型文 */
export const reasonTemplateForm: FormDefinition = {
  id: 'reason-template',
  title: '定型文',
  sections: [
    {
      id: 'template',
      title: '定型文の内容',
      fields: [
        {
          name: 'kind',
          label: '使う手続き',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'return', label: '差戻し' },
            { value: 'refusal', label: '不受理' },
            { value: 'hold', label: '保留' },
          ],
        },
        {
          name: 'title',
          label: '名前',
          kind: 'text',
          required: true,
          maxLength: 40,
          help: '選ぶときに表示します。求人者には見えません。',
        },
        {
          name: 'body',
          label: '文章',
          kind: 'textarea',
          required: true,
          maxLength: 300,
          help: '求人者への説明に、このまま加わります。加えたあとで直せます。',
        },
        {
          name: 'reason_code',
          label: '一緒に選ぶ差戻しの理由',
          kind: 'choice',
          choices: returnReasons,
          shownWhen: { field: 'kind', in: ['return'] },
        },
        {
          name: 'position',
          label: '並び順',
          kind: 'integer',
          min: 1,
          max: 99,
          help: '1から99まで。小さいほど上に並びます。同じ番号の中では、よく使うものが上です。入力しないときは50です。',
        },
      ],
    },
  ],
};
