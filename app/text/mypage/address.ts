export const addressText = {
  search: '住所を検索',
  help: '郵便番号を入力して押すと、住所の候補が出ます。',
  searching: '検索しています',
  candidates: (count: number) => `住所の候補（${count}件）`,
  choose: 'この住所を入れる',
  filled: (address: string) => `「${address}」を入れました。続きの番地を入力してください。`,
  offered: (count: number) =>
    `住所の候補が${count}件あります。1つ選んで「この住所を入れる」を押してください。`,
  incomplete: (count: number) => `郵便番号は7桁の数字です。いま${count}桁です。`,
  unknown: (code: string) =>
    `郵便番号「${code}」の住所は見つかりませんでした。大きな事業所だけの番号などは候補が出ません。住所をそのまま入力してください。`,
  noCode: '郵便番号を入力してから、もう一度押してください。',
  failed: '検索できませんでした。住所をそのまま入力してください。',
} as const;
