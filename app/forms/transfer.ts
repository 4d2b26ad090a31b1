import { establishmentForm } from './establishment.ts';
import { type FormDefinition, fieldsOf } from './field.ts';

const address = establishmentForm.sections.find(({ id }) => id === 'location')?.fields ?? [];

/** 移管 to one of these offices. */
export const transferForm = (offices: readonly { id: string; name: string }[]): FormDefinition => ({
  id: 'transfer',
  title: '移管',
  sections: [
    {
      id: 'transfer',
      title: '移管先',
      fields: [
        {
          name: 'to_office_id',
          label: '移管先のハローワーク',
          kind: 'choice',
          required: true,
          choices: offices.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'moved_on',
          label: '移転した日',
          kind: 'date',
          required: true,
          help: '例：2026-11-24、R8.11.24',
        },
      ],
    },
    { id: 'location', title: '移転先の所在地', fields: address },
    {
      id: 'why',
      title: '移管の理由',
      fields: [
        {
          name: 'reason',
          label: '移管の理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: 'この安定所の記録に残ります。移管先と求人者には見えません。',
        },
      ],
    },
  ],
});

/** 移管された事業所の登録: the number it has at the new office. */
export const transferSettlementForm: FormDefinition = {
  id: 'transfer-settlement',
  title: '登録の確認',
  sections: [
    {
      id: 'settlement',
      title: '登録した事業所',
      fields: fieldsOf(establishmentForm)
        .filter(({ name }) => name === 'establishment_number')
        .map((field) => ({ ...field, help: 'この安定所で新しく登録した事業所の番号です。' })),
    },
  ],
};
