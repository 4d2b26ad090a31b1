/** Posted as `_intent` by the first page of パスワード登録: to be sent a key, or to enter one that the counter has sent. */
export const startIntents = { send: 'send', haveKey: 'have-key' } as const;
