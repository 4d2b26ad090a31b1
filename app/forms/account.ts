import type { Field, FormDefinition } from './field.ts';

const email: Field = {
  name: 'email',
  label: 'メールアドレス',
  kind: 'email',
  required: true,
  maxLength: 100,
  autocomplete: 'username',
  personal: true,
};

/** Leaflet step ①: the address that becomes the account, registered at the counter. */
export const emailForm: FormDefinition = {
  id: 'account-email',
  title: 'メールアドレスの登録',
  sections: [
    {
      id: 'email',
      title: 'ログインアカウント',
      fields: [
        {
          ...email,
          autocomplete: 'off',
          help: '半角100文字まで。個人用のアドレスではなく、会社用アドレスの使用をお勧めしています。',
        },
      ],
    },
  ],
};

/** Leaflet steps ②③: パスワード登録, consent to both texts and the registered address. */
export const startForm: FormDefinition = {
  id: 'account-start',
  title: 'パスワード登録',
  sections: [
    {
      id: 'consent',
      title: '利用規約・プライバシーポリシーへの同意',
      fields: [
        {
          name: 'consent_privacy',
          label: 'プライバシーポリシーに同意します',
          kind: 'confirm',
          required: true,
        },
        { name: 'consent_terms', label: '利用規約に同意します', kind: 'confirm', required: true },
      ],
    },
    {
      id: 'email',
      title: 'メールアドレスの入力',
      fields: [email],
    },
  ],
};

/** Leaflet step ⑤: the key from the mail; pasting is fine. */
export const keyForm: FormDefinition = {
  id: 'account-key',
  title: '認証キーの入力',
  sections: [
    {
      id: 'key',
      title: '認証キー',
      fields: [
        {
          name: 'key',
          label: '認証キー',
          kind: 'code',
          required: true,
          maxLength: 40,
          autocomplete: 'one-time-code',
        },
      ],
    },
  ],
};

/** パスワードの再設定: the address that signs in. */
export const forgotForm: FormDefinition = {
  id: 'account-forgot',
  title: 'パスワードの再設定',
  sections: [{ id: 'email', title: 'メールアドレスの入力', fields: [email] }],
};

/**
 * The new password, typed once: it can be shown instead of being typed again (WCAG 2.2, 3.3.7). Its bounds are
 * parameters of `limits/account`, which `passwordProblem` applies; here it only has to be there.
 */
export const passwordForm: FormDefinition = {
  id: 'account-password',
  title: 'パスワードの設定',
  sections: [
    {
      id: 'password',
      title: 'パスワード',
      fields: [
        {
          name: 'password',
          label: '新しいパスワード',
          kind: 'password',
          required: true,
          autocomplete: 'new-password',
          help: '文字の種類は問いません。覚えやすい言葉をいくつか並べると、長くて破られにくくなります。',
        },
      ],
    },
  ],
};

const currentPassword: Field = {
  name: 'password',
  label: 'パスワード',
  kind: 'password',
  required: true,
  autocomplete: 'current-password',
};

/** The password once more, before something that only its holder may do. */
const confirmedPassword: Field = {
  ...currentPassword,
  name: 'current_password',
  label: '現在のパスワード',
  help: 'ご本人の手続きであることを確かめるために入力してください。',
};

/** Only the password: 退会, taking an address away. */
export const confirmForm: FormDefinition = {
  id: 'account-confirm',
  title: 'パスワードの確認',
  sections: [{ id: 'confirm', title: 'パスワードの確認', fields: [confirmedPassword] }],
};

/** パスワードの変更: the old one and the new one. */
export const changePasswordForm: FormDefinition = {
  id: 'account-change-password',
  title: 'パスワードの変更',
  sections: [
    {
      id: 'password',
      title: 'パスワード',
      fields: [confirmedPassword, ...passwordForm.sections.flatMap(({ fields }) => fields)],
    },
  ],
};

const newEmail: Field = { ...email, label: '新しいメールアドレス', autocomplete: 'email' };

/** メールアドレスの変更: the new address; the key that goes there changes it. */
export const changeEmailForm: FormDefinition = {
  id: 'account-change-email',
  title: 'メールアドレスの変更',
  sections: [
    {
      id: 'email',
      title: '新しいメールアドレス',
      fields: [
        { ...newEmail, help: '半角100文字まで。このメールアドレスに認証キーを送ります。' },
        confirmedPassword,
      ],
    },
  ],
};

/** メールアドレスの追加: a further address that signs in for the establishment. */
export const inviteForm: FormDefinition = {
  id: 'account-invite',
  title: 'メールアドレスの追加',
  sections: [
    {
      id: 'email',
      title: '追加するメールアドレス',
      fields: [
        {
          ...email,
          label: '追加するメールアドレス',
          autocomplete: 'off',
          help: '半角100文字まで。このメールアドレスに、パスワードの登録をご案内するメールを送ります。',
        },
        confirmedPassword,
      ],
    },
  ],
};

/** ログイン of the 求人者マイページ */
export const loginForm: FormDefinition = {
  id: 'mypage-login',
  title: 'ログイン',
  sections: [{ id: 'login', title: 'ログイン', fields: [email, currentPassword] }],
};

/** ログイン of the counter */
export const staffLoginForm: FormDefinition = {
  id: 'staff-login',
  title: '職員ログイン',
  sections: [
    {
      id: 'login',
      title: '職員ログイン',
      fields: [
        {
          name: 'login_name',
          label: '職員ID',
          kind: 'code',
          required: true,
          maxLength: 40,
          autocomplete: 'username',
        },
        currentPassword,
      ],
    },
  ],
};
