import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter, visitRequest } from './postingFacts.ts';

export type VisitReminderFacts = PostingFacts & {
  visitDueDate: string;
  /** The employer has something to correct as well. */
  returned: boolean;
};

/** 来庁期限のお知らせ before the due date. */
export const visitReminderLetter = (facts: VisitReminderFacts): Letter =>
  postingLetter(facts, {
    subject: 'まもなく来庁期限です',
    body: [
      visitRequest(facts, facts.visitDueDate),
      '期限を過ぎると、この求人の申込みは失効します。行き違いでお手続きがお済みの場合は、ご容赦ください。',
      ...(facts.returned
        ? ['この求人には、直していただく項目があります。お越しになる前に、内容を直して再送信してください。']
        : []),
    ],
  });
