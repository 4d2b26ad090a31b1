/** キーの一覧: every key of the staff screens, in the order of the page; the components take keys and labels from here. */
export const keyTable = {
  anywhere: {
    title: 'どの画面でも',
    keys: {
      search: ['/', '事業所を探す欄に移る'],
      reviews: ['g q', '「審査」を開く'],
      images: ['g i', '「審査」の画像を開く'],
      visits: ['g v', '「来庁」を開く'],
      establishments: ['g e', '「事業所」を開く'],
      deadlines: ['g d', '「期限」を開く'],
      submit: ['Ctrl+Enter', '入力した内容を送る'],
      leave: ['Esc', '入力欄から出る'],
      print: ['p', '印刷する（控えのある画面では控えを開く）'],
      keys: ['?', 'このキーの一覧を開く'],
    },
  },
  today: { title: '今日', keys: { box: ['1 ～ 5', '枠に移る（画面の順）'] } },
  queue: {
    title: '審査キュー',
    keys: {
      down: ['j', '次の行に移る'],
      up: ['k', '前の行に移る'],
      open: ['Enter', 'いまの行を開く'],
      select: ['x', 'いまの行を選ぶ、選択を外す'],
      next: ['n', '「次の1件」を開く'],
      filter: ['f', '絞り込みの欄に移る'],
    },
  },
  review: {
    title: '求人の審査',
    keys: {
      accept: ['a', '「受理」の画面を開く'],
      return: ['r', '「差戻し」の画面を開く'],
      hold: ['h', '「保留」の画面を開く'],
      note: ['c', 'メモを書く画面を開く'],
      release: ['u', '担当を手放す'],
      next: ['n', '「次の1件」を開く'],
    },
  },
  images: {
    title: '画像の審査',
    keys: {
      yes: ['y', '可にして、次の画像に移る'],
      no: ['n', '否にする'],
      reasons: ['1 ～ 7', '否にして、差戻しの理由を選ぶ・外す'],
      next: ['→', '次の画像に移る'],
      previous: ['←', '前の画像に移る'],
      all: ['Shift+y', '見た画像をすべて可にする'],
      larger: ['+', '画像を拡大する'],
      smaller: ['-', '画像を縮小する'],
      whole: ['0', '画像の全体を表示する'],
    },
  },
  reasons: {
    title: '差戻し・不受理・保留',
    keys: { pick: ['1 ～ 9', '定型文を説明に加える'] },
  },
  referral: { title: '紹介', keys: { result: ['o', '「選考結果の代行登録」の画面を開く'] } },
  restriction: { title: '利用制限', keys: { release: ['l', '「解除する」の画面を開く'] } },
  card: {
    title: '事業所カード',
    keys: {
      email: ['m', '「メールアドレスの登録」を開く'],
      visit: ['v', '「来庁・本登録」を開く'],
    },
  },
  account: { title: 'メールアドレスの登録', keys: { readBack: ['b', '読み合わせに進む'] } },
  readBack: { title: '読み合わせ', keys: { confirm: ['Enter', '「お客様確認済み」として登録する'] } },
  visit: { title: '来庁・本登録', keys: { tick: ['Space', '次の確認項目にチェックを入れる'] } },
  deadlines: {
    title: '期限',
    keys: {
      today: ['t', '今月を開く'],
      previous: ['←', '前の月を開く'],
      next: ['→', '次の月を開く'],
    },
  },
  accept: { title: '求人の受理', keys: { submit: ['Enter', '受理する（未解決のエラーがないとき）'] } },
} as const satisfies Record<
  string,
  { title: string; keys: Readonly<Record<string, readonly [keys: string, label: string]>> }
>;

export type KeyArea = keyof typeof keyTable;

export const keysText = {
  title: 'キーの一覧',
  lead: 'どの操作も、画面のボタンとリンクからも行えます。入力欄の中と、文字の変換中は、1文字のキーは働きません。',
  off: '1文字のキーは「個人設定」で止められます。',
  noScript: 'このブラウザーではスクリプトが動いていないため、これらのキーは働きません。',
  toSettings: '個人設定を開く',
} as const;

/** 個人設定 */
export const settingsText = { title: '個人設定', submit: '保存する' } as const;
