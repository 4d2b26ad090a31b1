import type { ActWords } from './acts.ts';

/** The pages shown instead of the one that was asked for: what happened, what is safe, what to do. */

export type ErrorPage = { title: string; what: string; todo: string };

export const errorPages: Readonly<Record<number, ErrorPage>> = {
  400: {
    title: '送信された内容を読み取れません',
    what: 'アドレスまたは送信された内容が正しい形ではありません。保存はしていません。',
    todo: '前の画面に戻り、画面を開き直してから操作してください。',
  },
  401: {
    title: 'もう一度ログインしてください',
    what: 'しばらく操作がなかったなどの理由で、ログインした状態が終わっています。いまの操作は保存していません。',
    todo: 'ログインすると、元の画面に戻ります。',
  },
  403: {
    title: 'この操作を行う権限がありません',
    what: 'この画面または操作は、いまのアカウントでは利用できません。',
    todo: '必要な場合は、権限のある担当者に依頼するか、ログインし直してください。',
  },
  404: {
    title: 'ページが見つかりません',
    what: 'アドレスが違うか、内容が削除された可能性があります。',
    todo: 'アドレスを確認するか、最初の画面からもう一度お探しください。',
  },
  405: {
    title: 'この操作は受け付けられません',
    what: 'この画面では行えない操作が送られました。',
    todo: '前の画面に戻り、画面のボタンから操作してください。',
  },
  409: {
    title: '先にほかの操作が行われました',
    what: '画面を開いている間に、内容が変わりました。いまの操作は保存していません。',
    todo: '最新の内容を開いて、もう一度ご確認ください。',
  },
  413: {
    title: '送信された内容が大きすぎます',
    what: '一度に送信できる大きさを超えています。保存はしていません。',
    todo: '前の画面に戻り、文字数やファイルの大きさを減らしてから送信してください。',
  },
  429: {
    title: '操作の回数が多すぎます',
    what: '短い時間に何度も操作が行われたため、一時的に受け付けを止めています。',
    todo: 'しばらく待ってから、もう一度お試しください。',
  },
  503: {
    title: 'ただいま利用できません',
    what: 'システムが起動中か、一時的に混み合っています。保存はしていません。',
    todo: '少し待ってから、もう一度お試しください。',
  },
};

export const unexpectedError: ErrorPage = {
  title: '処理を完了できませんでした',
  what: 'システムの不具合です。途中までの内容が保存されることはありません。',
  todo: '前の画面に戻って、もう一度お試しください。繰り返す場合は、下の受付番号をヘルプデスクにお知らせください。',
};

export const errorPageText = {
  /**
   * Conflict, with the act that came first: 「11/24(火) 14:05 に、確認 太郎 さんが求人を受理しました。」 Without a name it was the
   * employer's side, seen from the counter, or the reader's own side; null when nobody knows what was done.
   */
  decidedBy: (at: string, who: string, act: ActWords | null, site: 'staff' | 'mypage'): string | null => {
    if (act === null) return null;
    const nobody = act.employer && site === 'staff' ? '求人者が' : 'ほかの画面で';
    return `${at} に、${who === '' ? nobody : `${who} さんが`}${act.past}。`;
  },
  reusedKey: 'この画面からは、すでに別の内容が送信されています。保存はしていません。',
  tooMany: (minutes: number) => `約${minutes}分後に、もう一度お試しください。`,
  draftKept: 'あなたの下書きは残っています。',
  readDraft: '下書きを読む',
  latest: '最新の内容を開く',
  home: '最初の画面へ',
  number: (value: string) => `受付番号 ${value}`,
  login: 'ログインする',
  kept: '入力していた文章',
  keptHelp: '保存はしていません。必要なときは、次の文章を写してお使いください。',
  writing: '文章',
} as const;
