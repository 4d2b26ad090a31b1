/** What one rule set decided about a posting, as its employer reads it. */
export type DecidedWords = { title: string; some: string; none: string };

/** 判定の理由: why somebody has to come, and what the checks of the content found. */
export const whyText = {
  title: '判定の理由',
  open: '判定の理由を見る',
  lead: '申し込まれた内容を規則に当てはめた結果と、その理由です。申込みのときの記録のまま示します。',
  empty: 'この求人には、保存された判定がありません。',
  decided: {
    'eligibility/visit-required': {
      title: '来庁の要否',
      some: 'ハローワークにお越しのうえ、本登録の手続きが必要です。',
      none: 'ハローワークへの来庁は必要ありません。来庁が必要な要件に当てはまらないためです。',
    },
    'acceptance/posting': {
      title: '求人の内容の確認',
      some: '申込みのときに、次の点を確かめていただきました。',
      none: '確かめていただく点はありませんでした。',
    },
    'access/mypage-features': {
      title: 'マイページで利用できる機能',
      some: '申込みのときは、利用できない機能がありました。',
      none: '申込みのときは、すべての機能が利用できました。',
    },
  } as Readonly<Record<string, DecidedWords>>,
  occasions: {
    submit: '申込みのときの判定',
    resend: '再送信のときの判定',
    demandVisit: 'ハローワークが来庁をお願いしたときの判定',
  } as Readonly<Record<string, string>>,
  judged: (day: string, occasion: string): string => `${day} ${occasion}`,
  due: (day: string): string => `期限は${day}です。`,
  reasons: (count: number): string => `理由（${count}件）`,
  otherwise: '次のようなら、当てはまりません',
  or: 'または',
  and: '、かつ、',
  officeTitle: 'お問い合わせ先',
  officeLead:
    '理由について分からないことや、事実と違うと思われることは、管轄のハローワークにお電話ください。',
} as const;
