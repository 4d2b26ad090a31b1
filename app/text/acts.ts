/**
 * What an audit action is called: `word` in a list of what happened (経過), `past` at the end of a sentence with or
 * without a name before it. `employer` marks what only the employer's side does. One row for each `audit` of
 * app/procedures (test/components/acts.test.ts).
 */
export type ActWords = { word: string; past: string; employer?: true };

const acts = {
  'establishment.registered': { word: '事業所を登録', past: '事業所を登録しました' },
  'establishment.enteredProvisionally': {
    word: '事業所を仮登録',
    past: '事業所を仮登録しました',
    employer: true,
  },
  'establishment.registrationCompleted': { word: '事業所を本登録', past: '事業所を本登録しました' },
  'account.emailRegistered': {
    word: 'メールアドレスを登録',
    past: 'メールアドレスを登録しました',
  },
  'account.keyRequested': {
    word: '認証キーを申込み',
    past: '認証キーを申し込みました',
    employer: true,
  },
  'account.keyIssued': { word: '認証キーを送信', past: '認証キーを送信しました' },
  'account.keyAccepted': { word: '認証キーを確認', past: '認証キーを入力しました', employer: true },
  'account.passwordSet': { word: 'パスワードを設定', past: 'パスワードを設定しました', employer: true },
  'account.signedIn': {
    word: 'マイページにログイン',
    past: 'マイページにログインしました',
    employer: true,
  },
  'account.signedOut': {
    word: 'マイページからログアウト',
    past: 'マイページからログアウトしました',
    employer: true,
  },
  'staff.signedIn': { word: '職員がログイン', past: 'ログインしました' },
  'staff.signedOut': { word: '職員がログアウト', past: 'ログアウトしました' },
  'ruleChange.started': { word: '規則の変更を開始', past: '規則の変更を始めました' },
  'ruleChange.edited': { word: '規則の下書きを保存', past: '規則の下書きを保存しました' },
  'ruleChange.submitted': { word: '規則の変更の承認を依頼', past: '規則の変更の承認を依頼しました' },
  'ruleChange.approved': { word: '規則の変更を承認', past: '規則の変更を承認しました' },
  'ruleChange.returned': { word: '規則の変更を差戻し', past: '規則の変更を差し戻しました' },
  'ruleChange.urgentSettled': { word: '緊急の変更の事後承認', past: '緊急の変更の事後承認を決めました' },
  'ruleChange.withdrawn': { word: '規則の変更を取下げ', past: '規則の変更を取り下げました' },
  'ruleChange.rebased': { word: '規則の下書きの土台を更新', past: '下書きの土台を新しい版にしました' },
  'ruleChange.imported': { word: '規則ファイルを取込み', past: '規則ファイルを下書きに取り込みました' },
  'posting.rejudged': { word: '規則の新しい版で再判定', past: '規則の新しい版で再判定しました' },
  'staff.preferencesSet': { word: '個人設定を変更', past: '個人設定を変更しました' },
  'posting.draftStarted': {
    word: '求人の入力を開始',
    past: '求人の入力を始めました',
    employer: true,
  },
  'posting.stepSaved': { word: '求人の入力を保存', past: '求人の入力を保存しました', employer: true },
  'posting.draftDiscarded': {
    word: '求人の下書きを削除',
    past: '求人の下書きを削除しました',
    employer: true,
  },
  'posting.submitted': { word: '求人を申込み', past: '求人を申し込みました', employer: true },
  'posting.resent': { word: '求人を再送', past: '求人を直して再送信しました', employer: true },
  'visit.registered': { word: '来庁・本登録', past: '来庁・本登録の手続きを記録しました' },
  'posting.visitDemanded': { word: '来庁を依頼', past: '来庁が必要な求人にしました' },
  'review.begun': { word: '確認を開始', past: '求人の確認を始めました' },
  'review.released': { word: '確認の担当を終了', past: '求人の確認の担当をやめました' },
  'review.takenOver': { word: '確認の担当を引継ぎ', past: '求人の確認を引き継ぎました' },
  'posting.returned': { word: '差戻し', past: '求人を差し戻しました' },
  'posting.accepted': { word: '受理', past: '求人を受理しました' },
  'posting.decisionUndone': { word: '受理・差戻しを取消し', past: '受理または差戻しを取り消しました' },
  'posting.refusalProposed': { word: '不受理を起案', past: '不受理を起案しました' },
  'posting.expired': { word: '有効期限により無効', past: '有効期限により求人を無効にしました' },
  'posting.stopped': { word: '募集停止により無効', past: '募集停止により求人を無効にしました' },
  'changeRequest.drafted': {
    word: '求人内容の変更を入力',
    past: '求人内容の変更の入力を始めました',
    employer: true,
  },
  'changeRequest.stepSaved': {
    word: '変更の入力を保存',
    past: '変更の入力を保存しました',
    employer: true,
  },
  'changeRequest.asked': { word: '変更を申込み', past: '変更を申し込みました', employer: true },
  'changeRequest.withdrawn': {
    word: '変更の申込みを取下げ',
    past: '変更の申込みを取り下げました',
    employer: true,
  },
  'changeRequest.accepted': { word: '変更の申込みを受理', past: '変更の申込みを受理しました' },
  'changeRequest.returned': { word: '変更の申込みを差戻し', past: '変更の申込みを差し戻しました' },
  'changeRequest.rejected': { word: '変更の申込みを不承認', past: '変更の申込みを不承認としました' },
  'posting.refusalSettled': { word: '不受理の確認', past: '不受理の起案を処理しました' },
  'reasonTemplate.added': { word: '定型文を追加', past: '定型文を追加しました' },
  'reasonTemplate.edited': { word: '定型文を変更', past: '定型文を変更しました' },
  'image.uploaded': { word: '画像を登録', past: '画像を登録しました' },
  'image.described': { word: '画像の説明を変更', past: '画像の説明を変えました' },
  'image.removed': { word: '画像を取下げ', past: '画像を取り下げました' },
  'image.reordered': { word: '画像を並べ替え', past: '画像を並べ替えました' },
  'image.decided': { word: '画像の確認', past: '画像の可否を決定しました' },
  'complaint.received': { word: '相違の申出を受付', past: '相違の申出を受け付けました' },
  'complaint.referralsHeld': { word: '紹介の一時保留を変更', past: '紹介の一時保留を変更しました' },
  'complaint.settled': { word: '相違の申出を処理', past: '相違の申出の処理を終えました' },
  'refusalPeriod.recorded': { word: '求人不受理期間を登録', past: '求人不受理期間を登録しました' },
  'refusalPeriod.corrected': { word: '是正を登録', past: '是正を登録しました' },
  'seeker.registered': { word: '求職者を登録', past: '求職者を登録しました' },
  'seeker.updated': { word: '求職者の登録を変更', past: '求職者の登録を変更しました' },
  'seeker.imported': { word: '求職者をCSVで登録', past: '求職者をCSVで登録しました' },
  'referral.made': { word: '紹介', past: '求職者を紹介しました' },
  'referral.resultRegistered': { word: '選考結果を登録', past: '選考結果を登録しました' },
  'referral.cancelled': { word: '紹介を取消し', past: '紹介を取り消しました' },
  'referral.reopened': { word: '選考結果を未登録に戻す', past: '選考結果を未登録に戻しました' },
  'referral.noticed': { word: '選考結果未入力通知', past: '選考結果未入力通知を送ることにしました' },
  'restriction.imposed': { word: '利用制限', past: 'マイページの利用を制限しました' },
  'restriction.released': { word: '利用制限を解除', past: '利用制限を解除しました' },
  'minimumWage.entered': { word: '最低賃金を登録', past: '最低賃金を登録しました' },
  'minimumWage.withdrawn': { word: '最低賃金の登録を取消し', past: '最低賃金の登録を取り消しました' },
  'backTest.started': { word: '試し実行を開始', past: '試し実行を始めました' },
  'backTest.cancelled': { word: '試し実行を取消し', past: '試し実行を取り消しました' },
  'job.retried': { word: '処理を再実行', past: 'この処理をもう一度行うことにしました' },
  'job.cancelled': { word: '処理を取消し', past: 'この処理を取り消しました' },
} as const satisfies Record<string, ActWords>;

export type AuditAction = keyof typeof acts;

/** The words of an audit action; undefined for one that this version does not know. */
export const actWords = (action: string): ActWords | undefined =>
  Object.hasOwn(acts, action) ? acts[action as AuditAction] : undefined;
