import { type ImagePurpose, imagePurposes } from '#app/domain/image.ts';
import type { Choice, FormDefinition } from './field.ts';

/** Longest words about an image, in code points; the procedures check against the same. */
export const imageTextLengths = { caption: 60, alt: 120, message: 300 } as const;

const purposeLabels: { readonly [Purpose in ImagePurpose]: string } = {
  exterior: '外観',
  workplace: '職場',
  product: '商品',
};

export const imagePurposeChoices: readonly Choice[] = imagePurposes.map((value) => ({
  value,
  label: purposeLabels[value],
}));

export const purposeLabel = (purpose: ImagePurpose): string => purposeLabels[purpose];

/** 画像の説明 */
export const imageDescriptionForm: FormDefinition = {
  id: 'image-description',
  title: '画像の説明',
  sections: [
    {
      id: 'description',
      title: '画像の説明',
      fields: [
        {
          name: 'purpose',
          label: '何の画像か',
          kind: 'choice',
          required: true,
          choices: imagePurposeChoices,
        },
        {
          name: 'caption',
          label: '画像の下に表示する説明',
          kind: 'text',
          maxLength: imageTextLengths.caption,
        },
        {
          name: 'alt',
          label: '画像を見られない方のための説明',
          kind: 'text',
          maxLength: imageTextLengths.alt,
          help: '画像に何が写っているかを書いてください。読み上げに使います。',
        },
      ],
    },
  ],
};

/** What a clerk looks at, and the reasons for which an image goes back (ux.md S5). */
export const imageReturnReasons: readonly Choice[] = [
  { value: 'people', label: '写っている人の同意が確認できません' },
  { value: 'advertising', label: '文字による広告が含まれています' },
  { value: 'logo', label: '他社のロゴや商標が写っています' },
  { value: 'personal', label: '個人情報（氏名・車のナンバーなど）が読み取れます' },
  { value: 'unclear', label: '画像が不鮮明で、何が写っているか分かりません' },
  { value: 'unrelated', label: '事業所の外観・職場・商品と関係のない画像です' },
  { value: 'description', label: '説明の文章が画像の内容と合っていません' },
];

/** 画像の登録: the same purpose for all files of a form; words follow image by image. */
export const imageUploadForm: FormDefinition = {
  id: 'image-upload',
  title: '画像の登録',
  sections: imageDescriptionForm.sections.map((section) => ({
    ...section,
    id: 'upload',
    title: '画像の登録',
    fields: section.fields.filter(({ name }) => name === 'purpose'),
  })),
};

/** 表示不可 of a published image: at least one of the reasons, or words of the clerk's own. */
export const imageHideForm: FormDefinition = {
  id: 'image-hide',
  title: '表示不可の理由',
  sections: [
    {
      id: 'hide',
      title: '表示不可の理由',
      fields: [
        {
          name: 'reasons',
          label: '理由',
          kind: 'choices',
          choices: imageReturnReasons,
          help: '1つ以上選ぶか、下に説明を書いてください。',
        },
        {
          name: 'message',
          label: '求人者への説明',
          kind: 'textarea',
          maxLength: imageTextLengths.message,
          help: '求人者のマイページに、このまま表示されます。',
        },
      ],
    },
  ],
};
