import type { Field, FormDefinition } from './field.ts';

const identity: Field = {
  name: 'identity_checked',
  label: '来庁した方の本人確認を済ませ、このマイページを使う求人者であることを確認しました',
  kind: 'confirm',
  required: true,
};

/** 統合の理由; with the 本人確認 where a MyPage that was opened online opens by it. */
export const mergeForm = ({ provisional }: { provisional: boolean }): FormDefinition => ({
  id: 'establishment-merge',
  title: '統合',
  sections: [
    {
      id: 'merge',
      title: '統合の理由',
      fields: [
        {
          name: 'merge_reason',
          label: '同じ事業所と判断した理由',
          kind: 'textarea',
          required: true,
          maxLength: 300,
          help: '記録に残ります。例：登記事項証明書と電話で、同じ事業所であることを確認しました。',
        },
        ...(provisional ? [identity] : []),
      ],
    },
  ],
});
