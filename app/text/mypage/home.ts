import { dayOfYear } from '../format.ts';

/** ホーム of the employer: the three lists of the leaflet and what to do next. */
export const homeText = {
  title: 'ホーム',
  lists: { valid: '有効中の求人', applied: '申込み中の求人', ended: '無効になった求人', drafts: '下書き' },
  empty: {
    valid: '有効中の求人はありません。',
    applied: '申込み中の求人はありません。',
    ended: '無効になった求人はありません。',
    drafts: '下書きはありません。',
  },
  showAll: (total: number) => `すべて見る（全${total}件）`,
  showList: (list: string) => `「${list}」の一覧を開く`,
  deadline: {
    visit: (day: string) => `次の期限：${dayOfYear(day)}（来庁期限）`,
    validity: (day: string) => `次の期限：${dayOfYear(day)}（求人の有効期限）`,
  },
  listPage: {
    title: '求人の一覧',
    tabsLabel: '一覧の種類',
    searchLabel: '職種・求人番号',
    search: '探す',
    clear: '検索をやめる',
    notFound: '条件に合う求人はありません。',
  },
  count: (count: number) => `${count}件`,
  columns: {
    title: '職種',
    state: '状態',
    applied: '申込日',
    number: '求人番号',
    validUntil: '有効期限',
    due: '来庁期限',
    ended: '無効になった日',
    saved: '保存日時',
    progress: '入力',
  },
  draftProgress: (done: number, all: number) => `${all}画面中${done}画面`,
  newPosting: '求人を申し込む',

  next: {
    title: '次にすること',
    more: (count: number) => `ほかに${count}件あります。下の一覧でご確認ください。`,
    none: 'いま手続きが必要なことはありません。',
    establishmentMissing: {
      title: '事業所情報を入力してください',
      about: '求人を申し込む前に、事業所情報の入力（仮登録）が必要です。',
      link: '事業所情報を入力する',
    },
    registrationOpen: {
      title: '事業所の本登録の手続きがあります',
      about: (office: string) =>
        `事業所情報は仮登録です。${office}の窓口で本登録の手続きを行うと、マイページが開設されます。求人の申込みは先に行えます。`,
      withVisit: '事業所情報は仮登録です。上の求人で来庁されるときに、事業所の本登録の手続きも行います。',
    },
    visit: {
      title: (due: string) => `${dayOfYear(due)}までにハローワークにお越しください`,
      overdue: (due: string) => `来庁期限（${dayOfYear(due)}）が過ぎています。ハローワークにご連絡ください`,
      basis: (basis: string) => `期限の数え方：${basis}`,
      link: '受付の内容を見る',
      left: (days: number) => (days === 0 ? '本日が期限です。' : `あと${days}日です。`),
    },
    returned: {
      title: (job: string | null) =>
        job === null ? '求人を直して再送信してください' : `「${job}」を直して再送信してください`,
      by: 'ハローワークから',
      link: '直す項目を見る',
    },
    changeReturned: {
      title: (kind: string, job: string | null) =>
        job === null
          ? `「${kind}」の申込みを直して再送信してください`
          : `「${job}」の${kind}の申込みを直して再送信してください`,
      link: '連絡の内容を確認して直す',
    },
    resultsMissing: {
      title: (missing: number) => `選考結果が未登録の応募者が${missing}名います`,
      old: (noticed: number, overdue: number) =>
        `${[
          ...(noticed === 0 ? [] : [`未入力通知をお送りした方が${noticed}名`]),
          ...(overdue === 0 ? [] : [`利用制限の対象として数える方が${overdue}名`]),
        ].join('、')}います。`,
      link: '応募者の選考結果を登録する',
    },
    resultsToTell: {
      title: (missing: number) => `選考結果をハローワークに連絡していない応募者が${missing}名います`,
      about:
        'マイページでは登録できません（求人が無効になったなどのため）。選考結果は、ハローワークに直接ご連絡ください。',
    },
    imagesRejected: {
      title: ({ returned, hidden }: { returned: number; hidden: number }) =>
        `${[
          ...(returned === 0 ? [] : [`差し戻された画像が${returned}枚`]),
          ...(hidden === 0 ? [] : [`表示不可になった画像が${hidden}枚`]),
        ].join('、')}あります`,
      about: '理由を確認し、取り下げてください。必要なときは、別の画像を登録できます。',
      link: '画像の画面を開く',
    },
    draft: {
      title: (job: string | null) =>
        job === null ? '入力が途中の求人があります' : `「${job}」の入力が途中です`,
      link: '続きを入力する',
      complete: (job: string | null) =>
        job === null ? 'まだ申し込んでいない求人があります' : `「${job}」はまだ申し込まれていません`,
      toConfirm: '内容を確認して申し込む',
    },
    first: {
      title: '求人を申し込む',
      about: '8つの画面に分けて入力します。途中で保存できます。',
    },
  },
} as const;
