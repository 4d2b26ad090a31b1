import type { ReplacementCause } from '#app/domain/establishment.ts';

/** 版の履歴: what was in force before, of a posting and of an establishment. */
export const versionsText = {
  title: '版の履歴',
  open: '版の履歴を見る',
  backToPosting: '求人の画面に戻る',
  lead: {
    posting: '受理された変更の前と後の内容です。差戻しの間の書き直しは含みません。',
    establishment: '本登録・窓口での訂正・受理された変更の前と後の登録内容です。',
  },
  caption: '版',
  one: '内容が変わったことはまだありません。いまの内容が最初の版です。',
  columns: {
    version: '版',
    from: '適用の始め',
    until: '適用の終わり',
    by: '担当',
    why: '変更のもと',
    compare: '比べる',
  },
  version: (number: number): string => `第${number}版`,
  inForce: 'いまの内容',
  first: { posting: '求人の受理', establishment: '最初の登録' },
  causes: {
    registration: '本登録',
    correction: '窓口での訂正',
    request: '変更の申込み',
  } satisfies Record<ReplacementCause, string>,
  reason: (reason: string): string => `理由：${reason}`,
  compare: '前の版との違い',
  shown: '表示中',
  differences: (number: number): string => `第${number - 1}版と第${number}版の違い`,
  onlyChanged: '変更のみ表示する',
  all: 'すべての項目を表示する',
} as const;
