import type { Choice, FormDefinition } from './field.ts';
import { postingSteps } from './posting.ts';
import { refusalGroundChoices } from './refusalGrounds.ts';
import { returnReasons } from './returnReasons.ts';

/** Every field of the posting form, to pick those an employer is led to. */
const postingFieldChoices: readonly Choice[] = postingSteps.flatMap((step) =>
  step.fields.map((field) => ({ value: field.name, label: `${step.id} ${step.title}：${field.label}` })),
);

/** 差戻し */
export const returnForm: FormDefinition = {
  id: 'review-return',
  title: '差戻し',
  sections: [
    {
      id: 'return',
      title: '差戻しの内容',
      fields: [
        {
          name: 'reason_codes',
          label: '差戻しの理由',
          kind: 'choices',
          required: true,
          choices: returnReasons,
        },
        { name: 'fields', label: '直していただく項目', kind: 'choices', choices: postingFieldChoices },
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

/** 不受理の提案 */
export const refusalForm: FormDefinition = {
  id: 'review-refusal',
  title: '不受理',
  sections: [
    {
      id: 'refusal',
      title: '不受理の理由',
      help: '監督者が確認してから、不受理になります。',
      fields: [
        {
          name: 'ground',
          label: '不受理の根拠（職業安定法第5条の6第1項）',
          kind: 'choice',
          required: true,
          choices: refusalGroundChoices,
        },
        {
          name: 'reason',
          label: '具体的な理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '求人者に伝わる文章で入力してください。',
        },
      ],
    },
  ],
};

/** 不受理の確認, by a supervisor */
export const refusalSettlementForm: FormDefinition = {
  id: 'review-refusal-settlement',
  title: '不受理の確認',
  sections: [
    {
      id: 'settlement',
      title: '確認の結果',
      fields: [
        {
          name: 'settlement',
          label: '確認の結果',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'confirmed', label: '不受理とする' },
            { value: 'declined', label: '不受理とせず、確認に戻す' },
          ],
        },
        {
          name: 'comment',
          label: '意見',
          kind: 'textarea',
          required: { field: 'settlement', in: ['declined'] },
          maxLength: 600,
        },
      ],
    },
  ],
};

/** The ticks without which no visit is registered; names of fields of `visitForm`. */
export const identityChecklist: readonly string[] = [
  'identity_document_seen',
  'authority_confirmed',
  'establishment_confirmed',
  'content_confirmed',
];

/** 来庁・本登録 */
export const visitForm: FormDefinition = {
  id: 'review-visit',
  title: '来庁の登録（本登録）',
  sections: [
    {
      id: 'identity',
      title: '本人確認',
      fields: [
        {
          name: 'visited_on',
          label: '来庁日',
          kind: 'date',
          required: true,
          help: '例：2026-11-24、R8.11.24',
        },
        {
          name: 'identity_document_seen',
          label: '来庁した方の本人確認書類を見て確認しました',
          kind: 'confirm',
          required: true,
        },
        {
          name: 'identity_document',
          label: '確認した書類',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'driving_licence', label: '運転免許証' },
            { value: 'individual_number_card', label: 'マイナンバーカード' },
            { value: 'passport', label: '旅券（パスポート）' },
            { value: 'residence_card', label: '在留カード' },
            { value: 'employee_card', label: '社員証' },
            { value: 'other', label: 'その他' },
          ],
        },
        {
          name: 'authority_confirmed',
          label: '事業所を代表または代理する方であることを確認しました',
          kind: 'confirm',
          required: true,
        },
      ],
    },
    {
      id: 'content',
      title: '内容の確認',
      fields: [
        {
          name: 'establishment_confirmed',
          label: '事業所が実在し、登録内容に間違いがないことを確認しました',
          kind: 'confirm',
          required: true,
        },
        {
          name: 'content_confirmed',
          label: '仮登録された求人の内容を、来庁した方と確認しました',
          kind: 'confirm',
          required: true,
        },
        { name: 'note', label: '記録', kind: 'textarea', maxLength: 600 },
        {
          name: 'late_reason',
          label: '来庁期限を過ぎて登録する理由',
          kind: 'text',
          maxLength: 200,
          help: '来庁日が期限までの日付のときは、入力しなくてもかまいません。',
        },
      ],
    },
  ],
};

/** 受理 */
export const acceptanceForm: FormDefinition = {
  id: 'review-acceptance',
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
        { name: 'note', label: '記録', kind: 'textarea', maxLength: 600, help: '求人者には見えません。' },
      ],
    },
  ],
};

/** 来庁の依頼: the leaflet's 「その他、ハローワークが必要と認める場合」 */
export const visitDemandForm: FormDefinition = {
  id: 'review-visit-demand',
  title: '来庁の依頼',
  sections: [
    {
      id: 'demand',
      title: '来庁の依頼',
      fields: [
        {
          name: 'reason',
          label: '来庁が必要な理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '求人者のマイページに、このまま表示されます。メールでは、マイページをご覧いただくようお知らせします。',
        },
      ],
    },
  ],
};

/** 取消し of a 受理 or a 差戻し */
export const undoForm: FormDefinition = {
  id: 'review-undo',
  title: '取消し',
  sections: [
    {
      id: 'undo',
      title: '取消しの理由',
      fields: [
        {
          name: 'reason',
          label: '取り消す理由',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          help: '記録に残ります。求人者には見えません。',
        },
      ],
    },
  ],
};

/** 引継ぎ of a review somebody else has begun */
export const takeOverForm: FormDefinition = {
  id: 'review-take-over',
  title: '確認の引継ぎ',
  sections: [
    {
      id: 'take-over',
      title: '引き継ぐ理由',
      fields: [
        {
          name: 'reason',
          label: '引き継ぐ理由',
          kind: 'text',
          required: true,
          maxLength: 200,
          help: '例：担当者が不在のため',
        },
      ],
    },
  ],
};
