import { longDate } from '../format.ts';

/** 移管 */
export const transferText = {
  title: '移管（管轄の変更）',
  link: '移管する',
  submit: '移管する',
  back: '事業所カードに戻る',
  happens: [
    '求人者マイページは、すぐに閉鎖されます。すべてのアカウントがログインできなくなり、メールでお知らせします。',
    '有効中の求人は今日無効になり、申込み中の求人と変更の申込みは失効します。',
    '求人、画像、応募、メッセージなどの情報は、移管先に引き継がれません。',
    '移管先には、事業所名と移転先の所在地だけを知らせます。移管先で新しく事業所登録をします。',
    '元に戻すことはできません。',
  ],
  impossible: '移管できるのは、登録済の事業所だけです。',
  banner: (office: string, day: string): string => `${longDate(day)}に${office}の管轄へ移りました。`,
  bannerMore: '求人者マイページは閉鎖しました。この記録は読むだけです。',
  bannerSettled: (number: string): string => `移管先で登録されました（事業所番号 ${number}）。`,
  bannerOpen: '移管先では、まだ登録されていません。',
  listTitle: '移管の一覧',
  listLead:
    'ほかの安定所から移ってきた事業所と、ほかの安定所へ移った事業所です。移ってきた事業所は、新しく事業所登録をしてください。',
  empty: '移管された事業所はありません。',
  emptyWhy: '移管は、事業所カードの「移管する」から監督者が行います。',
  columns: {
    direction: '向き',
    name: '事業所名',
    address: '移転先の所在地',
    moved: '移転した日',
    office: '相手の安定所',
    state: '登録',
  },
  incoming: '移ってきた',
  outgoing: '移った',
  waiting: '登録待ち',
  registered: (number: string): string => `登録済（${number}）`,
  register: '新しく登録する',
  settle: '登録済みにする',
  settleTitle: '移管された事業所の登録の確認',
  settleHappens: ['登録した事業所と結び付けます。移管元の安定所にも、登録済と番号が見えます。'],
} as const;
