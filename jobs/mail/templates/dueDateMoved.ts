import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter, visitRequest } from './postingFacts.ts';

export type DueDateMovedFacts = PostingFacts & { formerDueDate: string; visitDueDate: string };

/** 来庁期限の変更: the office closes or opens on a day of its own (leaflet: 期限日が閉庁日の場合は前開庁日まで). */
export const dueDateMovedLetter = (facts: DueDateMovedFacts): Letter =>
  postingLetter(facts, {
    subject: '来庁期限が変わりました',
    body: [
      [
        `${facts.office.name}の開庁日が変わったため、来庁期限が変わりました。`,
        `変更前：${longDate(facts.formerDueDate)}`,
      ],
      visitRequest(facts, facts.visitDueDate),
    ],
  });
