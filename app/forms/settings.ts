import type { FormDefinition } from './field.ts';

/** 個人設定 of a member of staff */
export const settingsForm: FormDefinition = {
  id: 'staff-settings',
  title: '個人設定',
  sections: [
    {
      id: 'keys',
      title: 'キーボード',
      fields: [
        {
          name: 'single_keys',
          label: '1文字ショートカットを使う',
          kind: 'confirm',
          help: 'a で受理の画面を開くなど、1文字のキーの操作です。音声入力などで思わぬ操作になるときは、外してください。',
        },
      ],
    },
  ],
};
