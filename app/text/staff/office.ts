import { dayOfYear } from '../format.ts';

/** 安定所: its calendar, its people, what each role may do. */
export const officeText = {
  tabsLabel: '安定所の設定',
  tabs: { calendar: '開庁日・閉庁日', staff: '職員', templates: '定型文', permissions: '役割と操作' },

  calendar: {
    title: '開庁日・閉庁日',
    lead: '来庁期限は、このカレンダーで数えます。閉庁日に当たる期限は、その前の開庁日です。',
    year: (year: number, era: string): string => `${year}年（${era}）`,
    previous: '前の年',
    next: '次の年',
    years: '年の移動',
    legend: '見方',
    marks: {
      closed: '閉庁日（土曜日・日曜日・祝日・年末年始）',
      own: 'この安定所の閉庁日',
      open: 'この安定所の開庁日（全手続）',
      placement: '職業紹介のみの開庁日（来庁期限の計算では閉庁日）',
      today: '今日',
    },
    closedList: '祝日・年末年始',
    ownTitle: 'この安定所で決めた日',
    ownEmpty: 'この年に、この安定所で決めた開庁日・閉庁日はありません。',
    columns: { date: '日付', opening: '扱い', reason: '理由', act: '操作' },
    openings: {
      closed: '閉庁',
      open: '開庁（全手続）',
      placement: '開庁（職業紹介のみ）',
      usual: '暦のとおり',
    },
    set: '日付を選んで変更する',
    change: '変更する',
    changeOf: (date: string): string => `${date}の扱いを変更する`,
    past: '過ぎた日',
    supervisorOnly: '変更は、監督者だけが行えます。監督者に依頼してください。',
    noHolidays: (first: number, last: number): string =>
      `祝日の表は${first}年から${last}年までです。この年の閉庁日は表示できません。`,
  },

  day: {
    title: '開庁日・閉庁日の変更',
    preview: '影響を確認する',
    again: '内容を変えて確認し直す',
    save: '保存する',
    back: 'カレンダーに戻る',
    now: (word: string): string => `いまの扱い：${word}`,
    previewTitle: '保存すると変わること',
    none: '期限が変わる求人はありません。',
    moves: (count: number): string => `来庁期限が変わる求人が${count}件あります。`,
    mailed: '保存すると同時に期限が変わり、求人者にメールでお知らせします。',
    stays: (count: number): string =>
      `${count}件は、前の開庁日がすでに過ぎているため、期限はいまのままです。求人者にご連絡ください。`,
    columns: { posting: '求人', from: 'いまの期限', to: '新しい期限', how: '数え方' },
    unchanged: (date: string): string => `${dayOfYear(date)}のまま`,
    noOpenDay: '期間のすべてが閉庁日です',
  },
} as const;
