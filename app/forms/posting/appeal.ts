import type { Section } from '../field.ts';

/** Step 7: 求人PR情報 */
export const appealStep: Section = {
  id: '7',
  title: '求人PR情報',
  help: 'この画面はすべて任意です。',
  fields: [
    { name: 'employer_message', label: '事業所からのメッセージ', kind: 'textarea', maxLength: 600 },
    {
      name: 'disability_consideration',
      label: '障害のある方に配慮した施設・設備',
      kind: 'text',
      maxLength: 40,
    },
    { name: 'disability_support', label: '障害のある方の就労支援の体制', kind: 'text', maxLength: 40 },
    {
      name: 'disability_contact',
      label: '障害のある方の相談担当者',
      kind: 'text',
      maxLength: 40,
      personal: true,
      identifies: true,
    },
    { name: 'disability_staff', label: '障害のある方を支えるスタッフ', kind: 'text', maxLength: 40 },
    { name: 'disability_appeal', label: '障害のある方へのアピール', kind: 'text', maxLength: 40 },
  ],
};
