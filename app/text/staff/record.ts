/** A posting as a record to read. */
export const recordText = {
  step: (id: string, title: string): string => `${id} ${title}`,
  blank: (labels: readonly string[]): string => `記入なし：${labels.join('、')}`,
  establishment: '登録されている事業所情報を見る',
  marks: { error: '×', warning: '△' },
  words: { error: 'エラー', warning: '確認' },
} as const;
