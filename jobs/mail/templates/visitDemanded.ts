import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter, visitRequest } from './postingFacts.ts';

export type VisitDemandedFacts = PostingFacts & { visitDueDate: string };

/** 来庁のお願い (leaflet: その他、ハローワークが必要と認める場合) */
export const visitDemandedLetter = (facts: VisitDemandedFacts): Letter =>
  postingLetter(facts, {
    subject: 'ハローワークへのご来庁をお願いします',
    body: [
      `お申し込みの求人を${facts.office.name}で確認した結果、窓口での手続きが必要となりました。`,
      visitRequest(facts, facts.visitDueDate),
    ],
  });
