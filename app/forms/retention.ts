import { establishmentForm } from './establishment.ts';
import { type FormDefinition, fieldsOf } from './field.ts';

/** 消去の保留: until when and why. */
export const legalHoldForm: FormDefinition = {
  id: 'legal-hold',
  title: '消去の保留',
  sections: [
    {
      id: 'hold',
      title: '保留の内容',
      fields: [
        {
          name: 'until',
          label: '保留の最終日',
          kind: 'date',
          required: true,
          help: 'この日の終わりまで消去しません。例：2026-12-31、R8.12.31',
        },
        {
          name: 'reason',
          label: '保留の理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '例：求人票と違うという申出を調べているため。消去のときに、この理由も消去します。',
        },
      ],
    },
  ],
};

/** Why an act on 消去 is done. */
const because = (id: string, title: string, help: string): FormDefinition => ({
  id,
  title,
  sections: [
    {
      id: 'why',
      title: '理由',
      fields: [{ name: 'reason', label: '理由', kind: 'textarea', required: true, maxLength: 600, help }],
    },
  ],
});

/** 消去の保留を解く */
export const liftHoldForm = because('legal-hold-lift', '保留の解除', '例：申出の調査が終わったため。');

/** 自動の消去を始める・止める */
export const retentionSwitchForm = because(
  'retention-switch',
  '自動の消去',
  '例：消去の対象の一覧を確認し、誤りがなかったため。',
);

/** Asking whether the MyPage of a 事業所番号 was erased. */
export const askErasedForm: FormDefinition = {
  id: 'ask-erased',
  title: '消去の照会',
  sections: [
    {
      id: 'ask',
      title: '事業所番号で照会する',
      fields: fieldsOf(establishmentForm)
        .filter(({ name }) => name === 'establishment_number')
        .map((field) => ({ ...field, required: true })),
    },
  ],
};
