import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactDefinition } from '#rules/facts.ts';

/** What the features of a MyPage and its erasure both depend on. */
type MypageState = { validPostings: number; withdrawnOn: CalendarDate | null };

export const validPostingsFact: FactDefinition<MypageState> = {
  type: 'integer',
  label: '有効中の求人の数',
  origin: 'validPostings',
  build: ({ validPostings }) => validPostings,
};

export const withdrawnOnFact: FactDefinition<MypageState> = {
  type: 'date',
  label: '退会した日',
  whenNull: '退会していない',
  origin: 'withdrawnOn',
  build: ({ withdrawnOn }) => withdrawnOn,
};
