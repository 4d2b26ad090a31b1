import type { ChangeKind } from '#app/domain/changeRequest.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { longDate } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';
import type { PostingFacts } from './postingFacts.ts';

/**
 * What every mail about a change request says; `link` leads to the request. What is said of a posting is empty for
 * 事業所情報の変更.
 */
export type ChangeFacts = PostingFacts & {
  kind: ChangeKind;
  /** 求人番号 */
  number: string | null;
  /** 募集を停止する日 */
  stopOn: string | null;
  /** The last day of the posting, as it is now. */
  validUntil: string | null;
  /** The posting is invalid already. */
  ended: boolean;
};

export const kindWord = ({ kind }: ChangeFacts): string => changeKindWords[kind];

/** What stays as it is until the request is accepted. */
export const targetWord = ({ kind }: ChangeFacts): string =>
  kind === 'establishment' ? '登録されている事業所情報' : '求人';

/** A mail about a change request, to the establishment that made it. */
export const changeLetter = (
  facts: ChangeFacts,
  { subject, body }: { subject: string; body: readonly (string | readonly string[])[] },
): Letter =>
  letter({
    subject,
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      ...body,
      [
        `申込みの種類：${kindWord(facts)}`,
        ...(facts.kind === 'establishment' ? [] : [`職種：${facts.jobTitle ?? '未入力'}`]),
        ...(facts.number ? [`求人番号：${facts.number}`] : []),
        ...(facts.stopOn === null ? [] : [`募集を停止する日：${longDate(facts.stopOn)}`]),
      ],
      ['内容は、求人者マイページで確認できます。', facts.link],
    ],
    office: facts.office,
  });
