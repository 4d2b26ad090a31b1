import { longDate } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';

/** What every mail about a posting says: whose it is, which one, who to ask, where to read on. */
export type PostingFacts = {
  establishmentName: string;
  /** 職種; null while it is not entered. */
  jobTitle: string | null;
  /** Name, and telephone number as digits. */
  office: { name: string; phone: string };
  link: string;
};

type PostingParts = {
  subject: string;
  /** What happened and what to do next. */
  body: readonly (string | readonly string[])[];
  /** 求人番号 */
  number?: string;
};

/** A mail about one posting, to the establishment that applied for it. */
export function postingLetter(facts: PostingFacts, { subject, body, number }: PostingParts): Letter {
  return letter({
    subject,
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      ...body,
      [`職種：${facts.jobTitle ?? '未入力'}`, ...(number ? [`求人番号：${number}`] : [])],
      ['内容は、求人者マイページで確認できます。', facts.link],
    ],
    office: facts.office,
  });
}

/** The paragraph about the visit (leaflet: 本登録の手続き). */
export const visitRequest = (facts: PostingFacts, dueDate: string): readonly string[] => [
  `次の期限までに${facts.office.name}にお越しのうえ、本登録の手続きをしてください。`,
  `来庁期限：${longDate(dueDate)}`,
  '期限までにお越しになれない場合は、下記のハローワークにお電話ください。',
];
