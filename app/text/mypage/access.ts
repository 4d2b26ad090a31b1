import { longDate } from '../format.ts';

const since = (day: string | null): string => (day === null ? '' : `（${longDate(day)}から）`);

/** Why features of a MyPage are closed; the reasons themselves are the words of the rule. */
export const accessText = {
  restricted: (day: string | null) => `マイページの一部の機能の利用が制限されています${since(day)}`,
  suspended: (day: string | null) => `マイページは「利用不可」とされています${since(day)}`,
  cure: '応募者の選考結果を登録する（制限中も登録できます）',
  contact: 'お問い合わせ先',
} as const;
