import { type Letter, letter } from '../letter.ts';

/** What every mail about an account says: whose MyPage it is and whom to ask. */
export type AccountFacts = {
  /** null before the employer has entered the establishment. */
  establishmentName: string | null;
  /** Name, and telephone number as digits. */
  office: { name: string; phone: string } | null;
  login: string;
};

type AccountParts = { subject: string; body: readonly (string | readonly string[])[] };

/** A mail to a holder of a MyPage's account. */
export const accountLetter = (facts: AccountFacts, { subject, body }: AccountParts): Letter =>
  letter({
    subject,
    to:
      facts.establishmentName === null
        ? '求人者マイページをご利用の方へ'
        : `${facts.establishmentName}　ご担当者様`,
    body,
    ...(facts.office === null ? {} : { office: facts.office }),
  });

/** Whom to tell when it was not the reader's doing. */
export const notMine = ({ office }: AccountFacts): string =>
  office === null
    ? 'お心当たりがない場合は、下記のヘルプデスクにお電話ください。'
    : `お心当たりがない場合は、${office.name}にお電話ください。`;
