import type { Feature } from '#app/domain/verdict.ts';

/** What a MyPage offers, in the leaflet's words. */
export const featureNames: Readonly<Record<Feature, string>> = {
  'posting-apply': '求人の申込み',
  'posting-change': '求人の変更',
  'posting-stop': '求人の募集停止',
  'establishment-change': '事業所情報の変更',
  images: '画像の登録',
  applicants: '応募者管理',
  'message-send': 'メッセージ送信',
  'seeker-search': '求職情報検索',
  withdraw: '退会',
};
