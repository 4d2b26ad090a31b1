import { actWords } from '../acts.ts';

/** 経過: what an audit action is called. */
export const actionWord = (action: string): string => actWords(action)?.word ?? action;

/** Who did it, where it was not a member of staff. */
export const actorWords = {
  employer: '求人者',
  visitor: '求人者',
  system: '自動処理',
  partner: '求職者のシステム',
  staff: '職員',
} as const;

export const timelineWords = {
  number: (number: string): string => `求人番号 ${number}`,
  dueDate: (day: string): string => `来庁期限 ${day}`,
  settlement: { confirmed: '不受理とした', declined: '確認に戻した' } as Readonly<Record<string, string>>,
} as const;
