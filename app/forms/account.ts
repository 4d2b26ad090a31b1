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
