import type { ChangeKind } from '#app/domain/changeRequest.ts';

/** What an employer may ask for, in the leaflet's words. */
export const changeKindWords: Readonly<Record<ChangeKind, string>> = {
  content: '求人内容の変更',
  stop: '募集停止',
  extension: '有効期間の延長',
  establishment: '事業所情報の変更',
};
