import type { StaffRole } from '#app/domain/actor.ts';
import { passwordForm } from './account.ts';
import { type Field, type FormDefinition, fieldsOf } from './field.ts';

const roles: readonly { value: StaffRole; label: string; help: string }[] = [
  { value: 'clerk', label: '職員', help: '求人の受付・確認・受理など、窓口の手続きを行います。' },
  {
    value: 'supervisor',
    label: '監督者',
    help: '職員の手続きに加えて、不受理の確認、規則・開庁日・職員の管理を行います。',
  },
  { value: 'auditor', label: '監査担当', help: '閲覧だけを行います。記録も見られます。' },
];

const role: Field = { name: 'role', label: '役割', kind: 'choice', required: true, choices: roles };

/** 職員の登録 */
export const memberForm: FormDefinition = {
  id: 'staff-member',
  title: '職員の登録',
  sections: [
    {
      id: 'member',
      title: '登録する職員',
      fields: [
        {
          name: 'name',
          label: '氏名',
          kind: 'text',
          required: true,
          maxLength: 60,
          help: '審査の担当や記録に表示します。登録したあとは変えられません。',
        },
        {
          name: 'login_name',
          label: '職員ID',
          kind: 'code',
          required: true,
          maxLength: 40,
          help: 'ログインに使います。英字・数字・ハイフンで入力してください。',
        },
        role,
      ],
    },
  ],
};

/** 役割の変更 */
export const roleForm: FormDefinition = {
  id: 'staff-role',
  title: '役割',
  sections: [{ id: 'role', title: '役割', fields: [role] }],
};

/** パスワードの変更, by the person whose it is. */
export const ownPasswordForm: FormDefinition = {
  id: 'staff-password',
  title: 'パスワードの変更',
  sections: [
    {
      id: 'password',
      title: 'パスワードの変更',
      fields: [
        {
          name: 'current',
          label: 'いまのパスワード',
          kind: 'password',
          required: true,
          autocomplete: 'current-password',
        },
        ...fieldsOf(passwordForm),
      ],
    },
  ],
};
