/** 規則の例 */
export const ruleExamplesText = {
  title: '規則の例',
  open: '例をすべて見る・例を追加する',
  lead: '例は、事案と、その正しい判定です。下書きを検査するときに1つずつ判定し、期待どおりの結論になるかを確かめます。どの規則にも、当たる例が1つは必要です。',
  back: '変更のページへ戻る',
  backToList: '例の一覧へ戻る',
  unreadable: '文（JSON）に問題があるため、例を追加できません。文を直してください。',
  columns: { title: '例', holds: '検査' },
  holds: '○ 期待どおり',
  differs: '× 期待と違う',
  add: '例を追加する',
  addTitle: '例の追加',
  editTitle: '例の編集',
  copy: 'この例を写して、新しい例を作る',
  save: '例を保存',
  judge: '下書きで判定する',
  remove: 'この例を削除',
  judgedTitle: '下書きの判定',
  judgedLead:
    '下書きはこの事案をこう判定します。「期待する判定」の欄に同じ結論を入れました。正しいと確かめてから保存してください。',
  fromTrial: 'この事案を例に加える',
} as const;
