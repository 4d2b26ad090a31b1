import { count, inquiryNumber } from '../format.ts';

/** 求職情報検索: job seekers who asked to be found, without anything that says who they are. */
export const seekerSearchText = {
  title: '求職情報検索',
  lead: 'ハローワークに登録し、求職情報の公開を希望している方を検索できます。氏名・連絡先など、個人が特定される情報は表示されません。',
  how: 'ご紹介を希望するときは、求職情報の画面にあるお問い合わせ先のハローワークにご相談ください。求人との適合性をハローワークで判断したうえで、ご紹介します。',
  form: '検索の条件',
  formHelp:
    '条件はいくつでも組み合わせられます。空欄のまま検索すると、最近登録・変更された順にすべてを表示します。',
  submit: '検索する',
  clear: '条件を消す',
  results: (total: number): string => `${count(total)}見つかりました`,
  caption: '求職情報の一覧',
  none: '条件に合う求職情報はありません',
  noneAdvice: '条件を減らすか、言葉を短くして検索してみてください。例：「介護福祉士」を「介護」にする。',
  columns: {
    number: 'お問い合わせ番号',
    occupation: '希望する職種',
    place: '希望する勤務地',
    experience: '経歴',
    licences: '免許・資格',
    appeal: 'PR',
  },
  number: inquiryNumber,
  over: (number: string): string => `お問い合わせ番号 ${inquiryNumber(number)}`,
  office: 'お問い合わせ先ハローワーク',
  ask: (number: string): string =>
    `お電話で「求職情報のお問い合わせ番号 ${inquiryNumber(number)}」とお伝えください。氏名や連絡先は、ハローワークがご紹介するときに紹介状でお知らせします。`,
  profile: '求職情報',
} as const;
