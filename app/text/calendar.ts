/** Words of every calendar. */
export const calendarText = {
  weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  marks: { closed: '閉庁', own: '閉庁', open: '開庁', placement: '職業紹介のみ' },
} as const;
