import { longDate } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';
import type { RestrictedFacts } from './restricted.ts';

export type RestrictionReleasedFacts = Omit<RestrictedFacts, 'reasons'> & {
  /** 約束日; null where nothing was left to register. */
  promisedOn: string | null;
};

/** 利用制限の解除のお知らせ */
export const restrictionReleasedLetter = (facts: RestrictionReleasedFacts): Letter =>
  letter({
    subject: 'マイページの利用制限を解除しました',
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      `${facts.office.name}で、マイページの利用制限を解除しました。制限されていた機能を利用できます。`,
      ...(facts.promisedOn === null
        ? []
        : [
            `残りの選考結果は、お約束の${longDate(facts.promisedOn)}までに登録をお願いします。登録されないときは、再び制限されることがあります。`,
          ]),
      ['求人者マイページ', facts.link],
    ],
    office: facts.office,
  });
