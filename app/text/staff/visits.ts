/** 来庁 */
export const visitsText = {
  title: '来庁の受付',
  lead: '来庁期限の早い順に並んでいます。来庁した方の事業所を選んで、本登録の手続きをしてください。',
  leadReadOnly: '来庁期限の早い順に並んでいます。',
  searchLabel: '事業所番号・求人番号・求人申込控えの受付番号・名称・電話番号',
  search: '検索',
  clear: '検索をやめる',
  caption: '来庁を待っている事業所',
  columns: {
    due: '来庁期限',
    name: '事業所名',
    number: '事業所番号',
    phone: '電話番号',
    state: '状態',
    postings: '求人',
    act: '手続き',
  },
  register: '来庁・本登録',
  count: (value: number): string => `${value}件`,
  noDue: '期限なし',
  empty: '来庁を待っている求人はありません。',
  emptyWhy: '来庁の要件に当たらない求人は、来庁なしで審査に進みます。',
  emptySearch: '該当する来庁待ちの事業所はありません。',
  emptySearchWhy: '来庁の要件に当たらないか、すでに本登録が済んでいます。事業所カードで確認できます。',
  toEstablishments: '事業所を探す',
} as const;

/** 来庁の受付 of one establishment */
export const visitDeskText = {
  title: (name: string): string => `来庁の受付：${name}`,
  submit: '本登録する',
  registration: '事業所の本登録',
  registrationHelp:
    'オンラインで仮登録された事業所です。入力済みの内容を来庁した方と確認し、番号を入力してください。求人と一緒に本登録します。',
  entered: '仮登録された内容',
  correctFirst: '入力済みの内容を直してから本登録する',
  incomplete:
    '仮登録された内容に、まだ足りない項目があります。先に「事業所の本登録」で内容をそろえてください。',
  due: (day: string, left: number): string =>
    `来庁期限 ${day}（${left === 0 ? '残りの開庁日は今日だけです' : `あと${left}開庁日`}）`,
  lapsed: (day: string): string =>
    `来庁期限 ${day}を過ぎて失効しています。登録すると「確認待ち」に戻ります。`,
  overdue: (day: string): string =>
    `来庁期限（${day}）を過ぎた求人があります。期限までに来庁していたときは、その日を来庁日に入力してください。`,
  nothing: 'この事業所に、本登録を待っている求人はありません。',
  nothingApplied: '求人の申込みはまだありません。',
  nothingWhy: '直近の求人の判定',
  other: '本登録のほかの来庁を記録する',
  more: 'あわせて確認すること',
  account: 'メールアドレスを登録する（マイページの開設）',
  accounts: (count: number): string => `メールアドレスは${count}件登録されています`,
  restricted: '利用制限中です。解除の手続きへ進む',
  card: '事業所カードを開く',
  happens: [
    '選んだ求人は「確認待ち」になり、審査の一覧に並びます。',
    '確認した項目と書類の種類を記録します。',
  ],
  happensRegistration: '事業所は「登録済」になり、求人者マイページが開設されます。',
  otherTitle: '来庁の記録',
  otherSubmit: '記録する',
  otherHappens: ['来庁日、用件、内容を記録します。求人の状態は変わりません。'],
  doneTitle: '来庁の手続きが済みました',
  doneEstablishment: '事業所を本登録しました。',
  donePostings: '本登録した求人',
  doneColumns: { job: '職種', state: '状態', due: '来庁期限', next: '次の手続き' },
  review: '審査を始める',
  print: '来庁受付票を印刷する',
  next: '次にすること',
  back: '来庁の受付に戻る',
} as const;
