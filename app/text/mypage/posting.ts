import { dayOfYear, longDate } from '../format.ts';

/** 求人の申込み: eight steps, review, receipt, and the posting as the employer sees it. Figures come from the rules. */
export const postingText = {
  over: '求人の申込み',
  indicator: '申込みの段階',

  new: {
    title: '求人を申し込む',
    lead: '会社のパソコンから求人を申し込みます（求人仮登録）。次の8つの画面に分けて入力します。',
    notes: [
      '「次へ進む」か「一時保存」を押すたびに保存します。途中でやめて、後から続けられます。',
      '前の画面に戻っても、入力した内容は消えません。',
      '赤い「エラー」は直すまで先に進めません。「確認」は、間違いがなければもう一度押すと進めます。',
      'ハローワークへの来庁が必要かどうかは、入力中の画面にいつも表示されます。',
      '申込みの内容は、ハローワークで確認した後に受理・公開します。',
    ],
    stepsTitle: '入力する画面',
    visitDays: (days: number) =>
      `要件に当てはまる求人は、申込み後${days}日以内にハローワークにお越しのうえ、本登録の手続きが必要です。`,
    start: '入力を始める',
    freshTitle: '新しく入力する',
    pastTitle: '前の求人を使う',
    pastLead:
      '前に申し込んだ求人の内容を写して、新しい求人の入力を始められます。賃金など変わりやすい項目は、確認していただきます。',
    pastNone: '使える求人はまだありません。受理または不受理が決まった求人と、無効になった求人を使えます。',
    pastCaption: '前に申し込んだ求人',
    pastUse: '使う',
    pastUseOf: (job: string) => `「${job}」を使う`,
    establishmentMissing: '求人を申し込む前に、事業所情報の入力が必要です。',
    toEstablishment: '事業所情報を入力する',
  },

  copy: {
    title: '前の求人を使って申し込む',
    lead: '次の求人の内容を写して、新しい求人の下書きを作ります。元の求人は、そのまま変わりません。',
    source: '元の求人',
    confirmTitle: '下書きで確認していただく項目',
    confirmLead: '変わりやすい項目です。入力する画面で「前回の内容です」と表示します。',
    leftOutTitle: '引き継げない項目',
    leftOutLead: 'いまの申込みの画面にない項目や選択肢です。必要なときは、あらためて入力してください。',
    leftOut: (label: string, value: string) => `${label}（${value}）`,
    anewTitle: 'あらためて入力していただく項目',
    submit: 'この内容で下書きを作る',
    link: 'この求人を使って申し込む',
    mark: '前回の内容です。ご確認ください。',
    onStep: (count: number) => `前の求人から引き継いだ項目が、この画面に${count}件あります。`,
    tickTitle: '前の求人から引き継いだ項目',
    tickLead: '次の項目は、前の求人のままです。変わったところがあれば、項目を押して直してください。',
    tick: (count: number) => `引き継いだ${count}件の項目を確認しました`,
  },

  converted: '保存するとき、次の項目の書き方をそろえました。',

  visitTitle: '今日申し込んだ場合の来庁',
  visitJump: {
    required: (due: string) => `今日申し込むと、${dayOfYear(due)}までに来庁が必要です。`,
    notRequired: '今日申し込んだ場合、来庁は必要ありません。',
    why: '理由を見る',
  },
  visitMade: (day: string) =>
    `来庁・本登録の手続きは、${longDate(day)}に済んでいます。もう一度お越しいただく必要はありません。`,
  visitDueKept: '期限は、はじめにお知らせした日のまま変わりません。',

  step: {
    title: (number: number, title: string) => `${number}　${title}`,
    establishmentTitle: '登録されている事業所情報',
    toConfirm: '内容の確認へ進む',
    discard: '下書きを削除する',
    view: 'この求人の画面へ',
  },

  returned: {
    title: 'ハローワークから、直していただきたい項目の連絡がありました',
    at: (at: string) => `${at}の連絡`,
    message: '連絡の内容',
    fields: '直す項目',
    reasons: '理由',
    start: '直す',
    answered: '直して再送信しました。',
  },

  confirm: {
    title: '内容の確認',
    lead: '入力した内容を確認してください。直すときは、各項目の「修正する」を押してください。',
    blank: (labels: readonly string[]) => `記入なし：${labels.join('、')}`,
    edit: (step: string) => `修正する（${step}）`,
    missing: (count: number) => `申し込む前に直す項目が${count}件あります`,
    missingHelp: '項目を押すと、入力する画面が開きます。',
    toFirst: '最初の項目を直す',
    warnings: '次の項目を確認してください。間違いがなければ、このまま送信できます。',
    submit: '求人を申し込む',
    resend: '直した内容を再送信する',
    note: '申し込んだ後は、ハローワークから連絡があるまで内容を変更できません。',
  },

  receipt: {
    title: '求人の申込みの受付',
    received: '次の求人の申込み（仮登録）を受け付けました。',
    summary: '受付の内容',
    receivedAt: '受付日時',
    job: '職種',
    establishment: '事業所',
    state: '状態',
    due: '来庁期限',
    flowTitle: 'このあとの流れ',
    flow: {
      visit: (due: string) => `${due}までに、ハローワークにお越しのうえ、本登録の手続きをします。`,
      review: 'ハローワークで内容を確認し、受理した後に公開します。',
      result:
        '結果はメールと求人者マイページでお知らせします。直していただくところがあるときも、同じようにお知らせします。',
    },
    late: '期限までにお越しになれないときは、下のハローワークにお電話ください。',
    converted: '保存するとき、次の項目の書き方をそろえました。',

    visitTitle: '来庁の要否と理由',
    bringTitle: 'お持ちいただくもの',
    bring: [
      '来庁する方の本人確認書類（運転免許証、マイナンバーカードなど）',
      '事業所を代表または代理する方であることが分かるもの（社員証、委任状など）',
      '事業所が実在することが分かるもの（登記事項証明書、営業許可証の写しなど）',
      'この受付の画面を印刷したもの、または表示できるもの',
    ],
    bringNote: '足りないものがあるか心配なときは、先にお電話でお問い合わせください。',
    officeTitle: 'お越しいただくハローワーク',
    askTitle: 'お問い合わせ先',
    officeName: '名称',
    address: '所在地',
    phone: '電話番号',
    toPosting: 'この求人の内容を見る',
    toHome: 'ホームへ',
  },

  view: {
    untitled: '（職種未入力）',
    summary: '申込みの状況',
    state: '状態',
    applied: '申込日',
    number: '求人番号',
    accepted: '受理日',
    validUntil: '有効期限',
    ended: '無効になった日',
    due: '来庁期限',
    visited: '来庁した日',
    office: '管轄',
    receipt: '受付の画面',
    continue: '続きを入力する',
    correct: '直して再送信する',
    refusedTitle: 'この求人は不受理となりました',
    ground: '根拠（職業安定法第5条の6第1項）',
    reason: '理由',
    refusedHelp:
      '内容についてのお問い合わせは、管轄のハローワークにお願いします。直した内容で、新しく申し込むことができます。',
    demandTitle: 'ハローワークから、来庁のお願いがあります',
    expired:
      'この求人は、有効期限が過ぎたため無効になりました。もう一度募集するときは、新しく申し込んでください。',
    stopped: 'この求人は、募集停止により無効になりました。もう一度募集するときは、新しく申し込んでください。',
    underReview: 'ハローワークで内容を確認しています。結果はメールと求人者マイページでお知らせします。',
    history: 'これまでの連絡',
    record: '求人の内容',
  },

  discard: {
    title: '下書きの削除',
    lead: '次の下書きを削除します。削除した内容は元に戻せません。',
    draft: '削除する下書き',
    job: '職種',
    saved: '最後に保存した日時',
    submit: '下書きを削除する',
    keep: '削除せずに戻る',
  },
} as const;
