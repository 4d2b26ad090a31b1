import type { Opening } from '#app/domain/officeDay.ts';
import type { FormDefinition } from './field.ts';

const choices: readonly { value: Opening; label: string; help?: string }[] = [
  { value: 'closed', label: '閉庁' },
  {
    value: 'open',
    label: '開庁（全手続）',
    help: '土曜日・日曜日・祝日・年末年始に、すべての手続きを行う日です。',
  },
  {
    value: 'placement',
    label: '開庁（職業紹介のみ）',
    help: '求人の手続きは行わないため、来庁期限の計算では閉庁日のままです。',
  },
  { value: 'usual', label: '暦のとおり', help: '独自の開庁・閉庁を取りやめます。' },
];

/** 開庁日・閉庁日 that an office sets for itself */
export const officeDayForm: FormDefinition = {
  id: 'office-day',
  title: '開庁日・閉庁日の変更',
  sections: [
    {
      id: 'day',
      title: '日付と扱い',
      fields: [
        {
          name: 'date',
          label: '日付',
          kind: 'date',
          required: true,
          help: '今日からの日付を入力してください。例：2026-12-01、R8.12.1',
        },
        { name: 'opening', label: '扱い', kind: 'choice', required: true, choices },
        {
          name: 'reason',
          label: '理由',
          kind: 'text',
          maxLength: 100,
          required: { field: 'opening', in: ['closed', 'open', 'placement'] },
          shownWhen: { field: 'opening', in: ['closed', 'open', 'placement'] },
          help: 'カレンダーと期限の説明に表示します。例：庁舎の設備点検のため',
        },
      ],
    },
  ],
};
