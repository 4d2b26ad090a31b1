import { count, phone } from '../format.ts';

/** 応募者: the list, one applicant with the 紹介状, and the results. */
export const applicantsText = {
  title: '応募者',
  caption: '応募者の一覧',
  directly: '選考結果は、応募者ご本人に直接ご連絡ください',
  directlyAbout:
    'マイページで登録した選考結果は、ハローワークへの連絡です。応募者ご本人には届きません。電話や文書などで、必ず直接お知らせください。',
  overdue: (overdue: number, weeks: number, most: number): string =>
    `紹介日から${weeks}週間を過ぎた未登録（制限対象）：${count(overdue)}（${count(most)}を超えると、マイページの利用が一部制限されます）`,
  atOffice: (missing: number): string =>
    `無効になった求人の応募者で、選考結果が未登録の方が${grouped(missing)}名います`,
  atOfficeAbout: (office: { name: string; phone: string }): string =>
    `求人が無効になると、マイページでは紹介状の確認と選考結果の登録ができません。選考結果は、紹介状にあるハローワーク、または${office.name}（${phone(office.phone)}）に直接ご連絡ください。`,
  tabsLabel: '選考結果で絞り込む',
  tabs: { unregistered: '未登録', registered: '登録済み' },
  filter: {
    label: '求人で絞り込む',
    posting: '求人',
    all: 'すべての有効中の求人',
    option: (job: string, number: string | null, missing: number): string =>
      `${job}　${number ?? ''}（未登録${count(missing)}）`,
    submit: '絞り込む',
  },
  toResults: '選考結果をまとめて登録する',
  empty: {
    unregistered: '選考結果が未登録の応募者はいません。',
    registered: '選考結果を登録した応募者はいません。',
  },
  columns: { name: '応募者', referred: '紹介日', number: '紹介状', posting: '求人', state: '選考結果' },
  untitled: '（職種未入力）',
  days: (days: number): string => (days === 0 ? '今日' : `${days}日経過`),

  over: (number: string): string => `紹介状 ${number}`,
  letter: '紹介状の内容',
  fields: {
    name: '応募者',
    seekerNumber: '求職番号',
    job: '職種',
    postingNumber: '求人番号',
    referred: '紹介日',
    interview: '面接',
    place: '面接の場所',
    contact: 'ご担当者',
    note: '連絡事項',
    office: '紹介したハローワーク',
    by: '紹介した職員',
  },
  toArrange: '応募者と直接お決めください',
  print: '紹介状を印刷する',
  resultTitle: '選考結果',
  result: {
    state: '選考結果',
    on: '登録した日',
    channel: '登録した方法',
    differed: '労働条件の相違',
    note: '相違の内容',
  },
  channels: {
    mypage: '求人者マイページ',
    phone: '電話でのご連絡',
    fax: 'FAXでのご連絡',
    counter: '窓口でのご連絡',
  },
  differed: { yes: '相違あり', no: '相違なし' },
  correct: (office: { name: string; phone: string }): string =>
    `登録した選考結果を訂正するときは、${office.name}（${phone(office.phone)}）にご連絡ください。マイページでは訂正できません。`,
  form: {
    title: '選考結果を登録する',
    submit: '選考結果を登録する',
    back: '応募者の一覧へ戻る',
    once: '登録すると、マイページでは訂正できません。',
  },
  closed: {
    invalid: 'この求人は無効になったため、紹介状の確認と選考結果の登録はできません',
    cancelled: 'この紹介は取り消されました',
    invalidAbout: (office: { name: string; phone: string }): string =>
      `選考結果がまだのときは、${office.name}（${phone(office.phone)}）に直接ご連絡ください。`,
    cancelledAbout: (office: { name: string; phone: string }): string =>
      `紹介状は使えません。ご不明な点は、${office.name}（${phone(office.phone)}）にお問い合わせください。`,
    feature: '選考結果の連絡がまだの応募者がいるときは、ハローワークに直接ご連絡ください。',
  },

  results: {
    title: '選考結果をまとめて登録する',
    lead: '結果が決まった方だけを選んで、まとめて登録できます。まだ決まっていない方は「選択しない」のままにしてください。',
    allOrNothing:
      '誤りや、登録できない方が1名でもいるときは、まだ誰も登録しません。理由を示しますので、直してからもう一度登録してください。',
    submit: 'まとめて登録する',
    row: (name: string, number: string): string => `${name}（紹介状 ${number}）`,
    about: (referred: string, days: string, job: string): string => `${referred}紹介（${days}）　${job}`,
    named: (name: string, sentence: string): string => `${name}：${sentence}`,
    morePages: 'ほかのページの方は、このページの方を登録してから開いてください。',
  },
} as const;

function grouped(value: number): string {
  return count(value).replace(/件$/, '');
}
