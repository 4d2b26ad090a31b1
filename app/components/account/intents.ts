/** Posted as `_intent` by the two pages of メールアドレスの登録. */
export const accountIntents = { readBack: 'read-back', edit: 'edit', register: 'register' } as const;
