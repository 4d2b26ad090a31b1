import { dayOfYear, longDate } from '../format.ts';

/** 募集停止・有効期間の延長の申込み, and what became of them. */
export const changesText = {
  section: 'この求人についての申込み',
  asked: (kind: string, at: string): string => `${kind}（${at}申込み）`,
  toRequest: '申込みの内容と状況を見る',
  stopLink: '募集停止を申し込む',
  extensionLink: '有効期間の延長を申し込む',

  stop: {
    title: '募集停止の申込み',
    lead: 'ハローワークで確認し、受理した後に、求人が無効になります。受理されるまでは、求人は有効なままです。',
    results:
      'ハローワークから紹介された方の選考結果で、まだ登録していないものがあるときは、募集停止を申し込む前に結果を登録してください。',
    submit: '募集停止を申し込む',
    resend: '直した内容を再送信する',
    target: '対象の求人',
  },

  extension: {
    title: '有効期間の延長の申込み',
    lead: (from: string, until: string): string =>
      `有効期限を、${longDate(from)}から${longDate(until)}に延ばすよう申し込みます。`,
    notes: (times: number): string[] => [
      'ハローワークで確認し、受理した後に有効期限が延びます。求人番号と求人の内容は変わりません。',
      `延長できるのは、1つの求人につき${times}回です。`,
    ],
    submit: '延長を申し込む',
    resend: '延長をもう一度申し込む',
  },

  contentLink: '求人内容の変更を申し込む',
  content: {
    title: '求人内容の変更',
    lead: 'いまの求人の内容を写したものを直して、変更を申し込みます。ハローワークで確認し、受理した後に内容が変わります。受理されるまでは、いまの内容のままです。',
    notes: [
      '求人の申込みと同じ8つの画面で直します。直さない画面は、開かなくてもかまいません。',
      '送信する前に、変更前と変更後を確認できます。',
      '採用人数を変えるときは、先に、紹介された方の選考結果を登録してください。',
    ],
    start: '変更を始める',
    goOn: '変更の入力を続ける',
    indicator: '変更の段階',
    confirm: {
      title: '変更の内容の確認',
      lead: '変わる項目だけを表示しています。間違いがなければ送信してください。',
      missing: (count: number): string => `送信する前に直す項目が${count}件あります`,
      warnings: '次の項目を確認してください。間違いがなければ、このまま送信できます。',
      submit: '変更を申し込む',
      resend: '直した内容を再送信する',
      edit: '内容を直す',
    },
  },

  establishment: {
    title: '事業所情報の変更',
    section: '事業所情報についての申込み',
    link: '事業所情報の変更を申し込む',
    goOn: { draft: '変更の入力を続ける', returned: '連絡の内容を確認して直す' },
    counterOnly: '事業所番号・法人番号・個人事業主の別は、管轄のハローワークの窓口で変更します。',
    lead: '変更するところだけを直して、確認に進んでください。ハローワークで確認し、受理した後に内容が変わります。受理されるまでは、いまの内容のままです。',
    next: '変更の内容を確認する',
    toView: '事業所情報の画面へ',
    confirm: {
      title: '事業所情報の変更の確認',
      lead: '変わる項目だけを表示しています。間違いがなければ送信してください。',
      submit: '変更を申し込む',
      resend: '直した内容を再送信する',
      edit: '内容を直す',
      none: '登録されている内容と、変わるところがありません。',
    },
  },

  record: {
    differences: '変更の内容',
    continue: '変更の入力を続ける',
    title: (kind: string): string => `${kind}の申込み`,
    summary: '申込みの内容',
    job: '職種',
    number: '求人番号',
    kind: '種類',
    state: '状態',
    asked: '受付日時',
    begun: '入力を始めた日時',
    stopOn: '募集を停止する日',
    stopReason: '停止する理由',
    validUntil: 'いまの有効期限',
    decided: '結果が出た日時',
    answers: {
      returned: 'ハローワークから、直していただきたい点の連絡がありました',
      rejected: 'この申込みは、お受けできませんでした',
    },
    states: {
      draft: '変更を入力しているところです。まだ申し込んでいません。',
      submitted: 'ハローワークで内容を確認しています。結果はメールと求人者マイページでお知らせします。',
      returned: '連絡の内容を確認し、直して再送信するか、申込みを取り下げてください。',
      accepted: 'ハローワークで受理しました。',
      rejected: '求人は、申込みの前のままです。',
      withdrawn: '申込みを取り下げました。求人は、申込みの前のままです。',
      void: '先に求人が無効になったため、この申込みは効力がなくなりました。',
    },
    establishmentStates: {
      rejected: '事業所情報は、申込みの前のままです。',
      withdrawn: '申込みを取り下げました。事業所情報は、申込みの前のままです。',
    },
    stopsOn: (day: string): string => `この求人は、${dayOfYear(day)}に無効になります。`,
    correct: '直して再送信する',
    withdraw: '申込みを取り下げる',
    toPosting: 'この求人の画面へ',
  },

  withdraw: {
    title: '申込みの取下げ',
    lead: '次の申込みを取り下げます。求人はいまのままです。必要なときは、もう一度申し込めます。',
    establishmentLead:
      '次の申込みを取り下げます。事業所情報はいまのままです。必要なときは、もう一度申し込めます。',
    submit: '申込みを取り下げる',
    keep: '取り下げずに戻る',
  },
} as const;
