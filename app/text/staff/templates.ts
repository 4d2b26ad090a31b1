import type { TemplateKind } from '#app/domain/reasonTemplate.ts';

/** 定型文 */
export const templatesText = {
  title: '定型文',
  lead: '差戻しと不受理の説明、保留の理由に使う文章です。この庁舎の職員全員が使います。',
  caption: '定型文の一覧',
  add: '定型文を加える',
  addTitle: '定型文の追加',
  editTitle: '定型文の変更',
  kinds: { return: '差戻し', refusal: '不受理', hold: '保留' } satisfies Record<TemplateKind, string>,
  columns: {
    title: '名前',
    kind: '手続き',
    body: '文章',
    position: '並び順',
    used: '使った件数',
    state: '状態',
  },
  inUse: '使用中',
  retired: '使用停止',
  empty: '定型文はまだありません。',
  save: '保存する',
  saveRetired: '保存して使用を止める',
  saveBack: '保存して使用を再開する',
  back: '一覧に戻る',
  pick: '定型文を加える',
  pickHelp: '選ぶと、説明の終わりに加わります。',
  manage: '定型文を編集する',
} as const;
