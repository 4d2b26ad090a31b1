import type { PostingContract, PostingKind } from '#app/domain/posting.ts';

/** 審査の一覧 */
export const queueText = {
  title: '求人の審査',
  caption: '審査を待つ求人',
  tabs: {
    all: 'すべて',
    under_review: '確認待ち',
    awaiting_visit: '来庁待ち',
    refusal_proposed: '不受理の確認',
  },
  tabsLabel: '状態で絞り込む',
  dueLabel: '来庁期限',
  due: { all: '指定しない', overdue: '期限を過ぎたもの', today: '本日が期限', ahead: '期限がこれからのもの' },
  searchLabel: '職種・事業所名・事業所番号',
  apply: '絞り込む',
  clear: '絞り込みを外す',
  next: '次の1件',
  noNext: '確認待ちの求人はありません。',
  columns: {
    due: '来庁期限',
    state: '状態',
    posting: '職種',
    establishment: '事業所',
    reasons: '確認理由',
    since: '待ち始め',
    holder: '担当',
  },
  noDue: '期限なし',
  noReasons: '来庁の要件なし',
  rejudged: (version: string, before: string, after: string): string =>
    before === after
      ? `規則の変更（版 ${version}）で理由が変わりました`
      : `規則の変更（版 ${version}）：${before} → ${after}`,
  untitled: '職種未入力',
  provisional: '事業所仮登録',
  empty: '未処理の求人はありません。',
  emptyFiltered: '条件に合う求人はありません。',
} as const;

/** 担当: who is reviewing a posting. */
export const holderText = {
  label: '担当',
  none: '担当はいません。',
  own: (time: string): string => `あなたが ${time} から確認中です。`,
  other: (name: string, time: string): string => `${name} さんが ${time} から確認中です。`,
  begin: '確認を始める',
  release: '手放す',
  takeOver: '引き継ぐ',
  lost: '担当の時間が切れたか、ほかの職員が引き継ぎました。画面を開き直してください。',
  you: 'あなた',
  takeOverTitle: '確認の引継ぎ',
  takeOverHappens: [
    'あなたがこの求人の担当になります。引継ぎと理由は、記録に残ります。',
    'いま確認している職員の画面には、担当が変わったことが表示されます。',
  ],
  nobodyElse: 'この求人を確認中の、ほかの職員はいません。',
} as const;

/** 審査の1件 */
export const reviewText = {
  over: (via: 'mypage' | 'counter'): string => (via === 'mypage' ? '求人（マイページ）' : '求人（窓口）'),
  untitled: '職種未入力',
  trail: '審査の一覧',
  due: '来庁期限',
  visited: (day: string): string => `${day}来庁・本登録済み`,
  number: '求人番号',
  recordTitle: '求人の内容',
  sideTitle: '審査の資料',
  visitTitle: '来庁の要否',
  noVisitVerdict: 'この求人には来庁の判定の記録がありません。',
  checksTitle: '内容の検査',
  checksSummary: (errors: number, warnings: number, passed: number): string =>
    `× ${errors}　△ ${warnings}　○ ${passed}`,
  checksSpoken: (errors: number, warnings: number, passed: number): string =>
    `エラー${errors}件、確認${warnings}件、問題なし${passed}件`,
  checksNow: '現在の規則で検査した結果です。',
  checksStored: '受理したときの検査の結果です。',
  checkMarks: { error: '×', warning: '△' },
  checkWords: { error: 'エラー', warning: '確認' },
  allClear: 'すべての検査に問題はありません。',
  establishmentTitle: '事業所と申込み',
  openedBy: { counter: '窓口で開設', online: 'オンラインで開設', none: '未開設' },
  mypage: 'マイページ',
  acceptedBefore: 'これまでに受理した求人',
  lastVisit: '前回の来庁',
  never: 'なし',
  kinds: '求人の種別',
  contract: '雇用の形',
  appliedOn: '受付日',
  kindWords: {
    general: '一般',
    disability_dedicated: '障害者専用',
    trial: 'トライアル雇用',
    disability_trial: '障害者トライアル雇用',
    disability_short_hours_trial: '障害者短時間トライアル雇用',
  } satisfies Record<PostingKind, string>,
  contractWords: { direct: '直接雇用', dispatch: '派遣', contracting: '請負' } satisfies Record<
    PostingContract,
    string
  >,
  returnsTitle: 'これまでの差戻し',
  returnedBy: (name: string): string => `差戻し：${name}`,
  answered: (when: string): string => `${when}に再送`,
  notAnswered: '求人者の修正を待っています',
  withdrawn: (when: string): string => `${when}に取消し`,
  refusalsTitle: '不受理の起案',
  proposedBy: (name: string): string => `起案：${name}`,
  settled: { confirmed: '不受理', declined: '取下げ', open: '監督者の確認待ち' },
  timelineTitle: '経過',
  counts: (value: number): string => `${value}件`,
  bar: '判断',
  next: '次の1件',
  acts: {
    accept: '受理',
    return: '差戻し',
    refuse: '不受理',
    visit: '来庁・本登録',
    visitDemand: '来庁を求める',
    confirmRefusal: '不受理の確認',
    undo: '取り消す',
  },
  notes: {
    acceptNeedsVisit: '受理は、来庁・本登録が済んでからできます。',
    acceptNeedsRegistration: '受理は、事業所の本登録が済んでからできます。',
    acceptNeedsReason: (errors: number): string => `未解決の×が${errors}件あるため、受理には理由が必要です。`,
    returned: '求人者の修正を待っています。再送されると、もう一度審査できます。',
    refusalOwn: '不受理の確認は、起案した人とは別の監督者が行います。',
    refusalSupervisor: '不受理の確認は、監督者だけが行えます。監督者に依頼してください。',
    valid: (day: string): string => `受理済みです。有効期限は${day}です。`,
    refused: '不受理になった求人です。',
    ended: '無効になった求人です。',
    auditor: '監査担当は閲覧だけができます。',
  },
} as const;

/** 受理・差戻し・不受理・来庁: one decision, one page. */
export const decisionText = {
  back: '審査に戻る',
  instead: (act: string): string => `「${act}」へ進む`,
  notPossible: 'この求人は、いまの状態ではこの手続きができません。状態を確かめてください。',
  aboutTitle: '対象の求人',
  happensTitle: 'このあと',
  accept: {
    title: '求人の受理',
    submit: '受理する',
    summary: '受理の内容',
    number: '求人番号',
    numberIssued: '受理すると発行されます',
    valid: '有効期間',
    validUntil: (from: string, until: string): string => `${from}から${until}まで`,
    publication: '公開',
    scopes: {
      '1': '受理と同時に、事業所名等を含む求人情報を、すべての人に公開します。',
      '2': '受理と同時に、ハローワークの求職者に限定して、事業所名等を含む求人情報を公開します。',
      '3': '受理と同時に、事業所名等を含まない求人情報を公開します。',
      '4': '公開しません。ハローワークの窓口での紹介にだけ使います。',
    } as Readonly<Record<string, string>>,
    happens: [
      '求人番号が発行され、求人者のマイページに「受理・公開」と表示されます。',
      '求人者にメールでお知らせします。',
      '審査を待つ次の求人が開きます。',
    ],
    checks: '検査で見つかったところ',
    warnings: (count: number): string =>
      `確認（△）が${count}件あります。内容を確かめてから受理してください。`,
    errors: (count: number): string =>
      `未解決のエラー（×）が${count}件あります。受理するには理由の入力が必要です。求人者に直していただくときは「差戻し」にしてください。`,
    toReturn: '差戻しにする',
  },
  return: {
    title: '求人の差戻し',
    submit: '差し戻す',
    reasonsHelp:
      '検査で見つかったエラー（×）に合う理由と項目に、チェックが入っています。必要に応じて直してください。',
    preview: '求人者に届く説明',
    greeting: 'お申し込みいただいた求人の内容を確認しました。次の点を直して、もう一度お送りください。',
    line: (message: string): string => `・${message}`,
    happens: [
      '求人者のマイページに「差戻し」と表示され、直していただく項目に印が付きます。',
      '求人者にメールでお知らせします。入力された内容は消えません。',
      '求人者が再送すると、もう一度この一覧に並びます。',
    ],
    failing: '直していただく項目（検査で見つかったところ）',
    noFailing: '検査で見つかったところはありません。直していただく項目があれば、次から選んでください。',
    moreFields: (others: boolean): string => (others ? 'ほかに直していただく項目' : '直していただく項目'),
    picked: (count: number): string => `${count}項目を選択`,
  },
  refuse: {
    title: '不受理の起案',
    submit: '不受理を起案する',
    happens: [
      '監督者の確認を待つ求人になります。起案した人とは別の監督者が確認します。',
      '確認されるまで、求人者にはお知らせしません。',
    ],
  },
  confirm: {
    title: '不受理の確認',
    submit: '決定する',
    proposal: '起案の内容',
    ground: '根拠',
    reason: '具体的な理由',
    proposedBy: '起案',
    happens: [
      '「不受理とする」を選ぶと、不受理になり、求人者にメールでお知らせします。',
      '「不受理とせず、確認に戻す」を選ぶと、確認待ちに戻ります。意見を入力してください。',
    ],
  },
  undo: {
    title: '受理・差戻しの取消し',
    submit: '取り消す',
    happens: [
      'この求人は、もう一度審査を待つ求人になります。発行した求人番号は使えなくなります。',
      '求人者のマイページの表示が変わり、求人者にメールでお知らせします。',
    ],
  },
  visitDemand: {
    title: '来庁の依頼',
    submit: '来庁を求める',
    happens: (due: string): string[] => [
      `来庁待ちの求人になり、来庁期限は${due}になります。`,
      '求人者のマイページとメールに、来庁が必要なことと期限が表示されます。理由は経過の記録に残ります。',
    ],
    noDue: '来庁待ちの求人になります。',
    already: 'この求人は、すでに来庁・本登録が済んでいます。',
  },
  visit: {
    title: '来庁・本登録',
    submit: '本登録する',
    provisional:
      'この事業所はオンラインで仮登録されたままです。来庁した方と一緒に事業所の内容を確認し、事業所の本登録を済ませてください。済んだあと、この画面に戻って求人の本登録を行います。',
    toRegistration: '事業所の本登録へ進む',
    postings: '本登録する求人',
    postingsHelp: '来庁を待っている求人です。この来庁で内容を確認したものに、チェックを入れてください。',
    overdue: (day: string): string => `来庁期限（${day}）を過ぎています。登録する理由を入力してください。`,
    why: '来庁が必要な理由',
    happens: [
      '選んだ求人は「確認待ち」になり、審査の一覧に並びます。',
      '確認した項目と書類の種類を記録します。',
    ],
    due: (day: string): string => `来庁期限 ${day}`,
  },
} as const;
