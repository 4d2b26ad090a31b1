import { emailForm } from './account.ts';
import { type Field, type FormDefinition, fieldsOf } from './field.ts';
import { visitForm } from './review.ts';

const reason: Field = {
  name: 'help_reason',
  label: '手続きの理由',
  kind: 'textarea',
  required: true,
  maxLength: 600,
  help: '記録に残ります。例：担当者の退職により、登録したメールアドレスを受信できなくなったため。',
  personal: true,
};

const checks = ['identity_document_seen', 'identity_document', 'authority_confirmed'];

/** 本人確認: who came, what was seen, as at a visit; and why. */
export const identityForm: FormDefinition = {
  id: 'account-identity',
  title: '本人確認と理由',
  sections: [
    {
      id: 'identity',
      title: '本人確認と理由',
      fields: [
        {
          name: 'visitor_name',
          label: '来庁した方の氏名',
          kind: 'text',
          required: true,
          maxLength: 60,
          personal: true,
        },
        ...fieldsOf(visitForm).filter(({ name }) => checks.includes(name)),
        reason,
      ],
    },
  ],
};

/** A new address for an account whose old one is not read any more, with the 本人確認. */
export const replaceEmailForm: FormDefinition = {
  id: 'account-replace-email',
  title: 'メールアドレスの変更',
  sections: [
    ...emailForm.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => ({ ...field, label: '新しいメールアドレス' })),
    })),
    ...identityForm.sections,
  ],
};

/** Why the counter does something for an account on the telephone. */
export const helpForm: FormDefinition = {
  id: 'account-help',
  title: '手続きの理由',
  sections: [
    {
      id: 'help',
      title: '手続きの理由',
      fields: [
        {
          ...reason,
          help: '記録に残ります。例：パスワードを続けて間違え、ログインできないとの電話があったため。',
        },
      ],
    },
  ],
};

/** Why a MyPage is 利用不可, or no longer. */
export const suspensionForm: FormDefinition = {
  id: 'account-suspension',
  title: '理由',
  sections: [
    {
      id: 'suspension',
      title: '理由',
      fields: [
        {
          ...reason,
          label: '理由',
          help: '記録に残ります。求人者へのメールには書かれません。どの行為が、どのように運営を妨げているか、または解消したかを書いてください。',
        },
      ],
    },
  ],
};
