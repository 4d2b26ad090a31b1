import { undoMinutes } from '#app/domain/undo.ts';

/**
 * What the page after a redirect says once, by the code in its address (`?done=…`). Nothing a user typed ever stands
 * in the code, so the sentence can be trusted.
 */
export type DoneMessage = { kind: 'success' | 'info' | 'warning'; title: string };

export const doneMessages = {
  'establishment-registered': {
    kind: 'success',
    title: '事業所を登録しました。続けてメールアドレスを登録できます。',
  },
  'establishment-saved': { kind: 'success', title: '事業所の情報を保存しました。' },
  'registration-completed': {
    kind: 'success',
    title: '事業所の本登録が済みました。来庁待ちの求人があれば、続けて来庁・本登録を行ってください。',
  },
  'email-registered': {
    kind: 'success',
    title: 'メールアドレスを登録しました。控えを印刷してお渡しください。',
  },
  'visit-registered': { kind: 'success', title: '来庁・本登録の手続きを記録しました。' },
  merged: {
    kind: 'success',
    title: '統合しました。統合した番号で探しても、この事業所カードが開きます。',
  },
  'told-apart': { kind: 'success', title: '別の事業所として記録しました。一覧には出なくなります。' },
  'legal-hold-placed': { kind: 'success', title: 'この事業所の消去を保留しました。' },
  'legal-hold-lifted': { kind: 'success', title: 'この事業所の消去の保留を解きました。' },
  'erasure-started': { kind: 'success', title: '自動の消去を始めました。今夜から、消去の対象を消去します。' },
  'erasure-stopped': { kind: 'success', title: '自動の消去を止めました。消去の対象は一覧に残ります。' },
  'transferred-out': {
    kind: 'success',
    title: '移管しました。求人者マイページを閉鎖し、求人者にメールでお知らせします。',
  },
  'transfer-settled': { kind: 'success', title: '移管された事業所を、登録済みにしました。' },
  'visit-recorded': { kind: 'success', title: '来庁を記録しました。' },
  'visit-demanded': {
    kind: 'success',
    title: '来庁が必要な求人にしました。求人者にメールでお知らせします。',
  },
  'review-begun': {
    kind: 'success',
    title: 'この求人の確認を始めました。ほかの職員の「次の1件」には出ません。',
  },
  'review-released': { kind: 'success', title: 'この求人の担当を手放しました。' },
  'review-taken-over': { kind: 'success', title: 'この求人の確認を引き継ぎました。' },
  'hand-over-asked': {
    kind: 'success',
    title: '引継ぎを依頼しました。確認中の職員の画面に、依頼と理由が表示されます。',
  },
  'review-handed-over': { kind: 'success', title: 'この求人の確認を引き渡しました。' },
  'review-kept': { kind: 'success', title: 'このまま確認を続けると答えました。' },
  'posting-held': {
    kind: 'success',
    title: '求人を保留にしました。保留の間は「次の1件」に出ません。求人者には見えません。',
  },
  'hold-lifted': { kind: 'success', title: '保留を解きました。この求人は、また「次の1件」に出ます。' },
  'note-added': { kind: 'success', title: 'メモを加えました。' },
  'note-taken-back': { kind: 'success', title: 'メモを取り消しました。取消し線を引いて残します。' },
  'check-added': { kind: 'success', title: '確認を加えました。審査の一覧に並びます。' },
  'check-settled': { kind: 'success', title: '追加した確認を「確認済み」にしました。' },
  'decision-draft-saved': { kind: 'success', title: '下書きを保存しました。あなただけが見られます。' },
  'decision-draft-discarded': { kind: 'success', title: '下書きを消しました。' },
  'posting-accepted': { kind: 'success', title: '求人を受理しました。求人者にメールでお知らせします。' },
  'posting-returned': { kind: 'success', title: '求人を差し戻しました。求人者にメールでお知らせします。' },
  'decision-undone': {
    kind: 'success',
    title: '取り消しました。この求人は、もう一度審査を待っています。求人者にメールでお知らせします。',
  },
  'refusal-proposed': { kind: 'success', title: '不受理を起案しました。監督者の確認を待ちます。' },
  'refusal-confirmed': { kind: 'success', title: '不受理を確認しました。求人者にメールでお知らせします。' },
  'refusal-declined': { kind: 'success', title: '不受理の起案を取り下げ、確認待ちに戻しました。' },
  'template-saved': { kind: 'success', title: '定型文を保存しました。' },
  'settings-saved': { kind: 'success', title: '個人設定を保存しました。' },
  'change-asked': { kind: 'success', title: '申込みを受け付けました。' },
  'change-withdrawn': { kind: 'success', title: '申込みを取り下げました。' },
  'change-accepted': {
    kind: 'success',
    title: '変更の申込みを受理しました。求人者にメールでお知らせします。',
  },
  'change-returned': {
    kind: 'success',
    title: '変更の申込みを差し戻しました。求人者にメールでお知らせします。',
  },
  'change-rejected': {
    kind: 'success',
    title: '変更の申込みを不承認としました。求人者にメールでお知らせします。',
  },
  'establishment-corrected': { kind: 'success', title: '登録内容を訂正しました。' },
  'staff-role-changed': { kind: 'success', title: '役割を変えました。次の操作から新しい役割になります。' },
  'staff-deactivated': {
    kind: 'success',
    title: '利用を停止しました。ログイン中の画面も使えなくなりました。',
  },
  'staff-reactivated': { kind: 'success', title: '利用を再開しました。' },
  'staff-password-changed': {
    kind: 'success',
    title: 'パスワードを変えました。新しいパスワードでログインしてください。',
  },
  'mail-resent': { kind: 'success', title: 'メールを送り直します。' },
  'assist-ended': { kind: 'info', title: '代行表示を終えました。' },
  'assist-over': {
    kind: 'warning',
    title: '代行表示の時間が終わりました。続けるときは、理由と相手をもう一度記録してください。',
  },
  'office-corrected': {
    kind: 'success',
    title: '安定所の情報を訂正しました。これからの画面・帳票・メールに使われます。',
  },
  'office-day-set': {
    kind: 'success',
    title: '開庁日・閉庁日を変えました。期限が変わった求人者には、メールでお知らせします。',
  },
  'training-halted': { kind: 'success', title: '練習の日付を、ここで止めました。' },
  'sweep-asked': { kind: 'success', title: '自動処理を始めます。' },
  'sweep-stopped': {
    kind: 'success',
    title: '自動処理を止めました。いま行っている分が済んだところで止まります。続きから行うこともできます。',
  },
  'sweep-resumed': { kind: 'success', title: '自動処理を続きから行います。' },
  'job-settled': { kind: 'success', title: '処理の扱いを記録しました。' },
  'wages-entered': { kind: 'success', title: '最低賃金を登録しました。' },
  'wage-withdrawn': { kind: 'success', title: '最低賃金の登録を取り消しました。' },
  'complaint-received': {
    kind: 'success',
    title: '申出を受け付けました。解決するまで、この事業所の求人の検査に表示します。',
  },
  'complaint-settled': { kind: 'success', title: '申出の処理を終えました。' },
  'referrals-held': { kind: 'success', title: '紹介の一時保留を変更しました。' },
  'refusal-period-recorded': { kind: 'success', title: '求人不受理期間を登録しました。' },
  'refusal-period-corrected': { kind: 'success', title: '是正した日を登録しました。' },
  'rule-example-saved': { kind: 'success', title: '例を下書きに保存しました。' },
  'rule-example-removed': { kind: 'success', title: '例を下書きから削除しました。' },
  'rule-draft-saved': { kind: 'success', title: '規則の下書きを保存しました。' },
  'rule-change-submitted': { kind: 'success', title: '規則の変更の承認を依頼しました。' },
  'rule-change-approved': {
    kind: 'success',
    title: '規則の変更を承認しました。適用開始日から、この版で判定します。',
  },
  'rule-change-returned': { kind: 'success', title: '規則の変更を下書きに差し戻しました。' },
  'rule-change-withdrawn': { kind: 'success', title: '規則の変更を取り下げました。' },
  'rule-change-settled': { kind: 'success', title: '緊急の変更の扱いを記録しました。' },
  'back-test-started': { kind: 'success', title: '試し実行を受け付けました。' },
  'back-test-cancelled': { kind: 'success', title: '試し実行を取り消しました。' },
  'draft-saved': { kind: 'success', title: '入力した内容を保存しました。' },
  'draft-removed': { kind: 'success', title: '下書きを削除しました。' },
  'posting-copied': {
    kind: 'success',
    title: '前の求人の内容を写しました。「前回の内容です」とある項目を確認してください。',
  },
  'posting-submitted': { kind: 'success', title: '求人を申し込みました。' },
  'posting-resent': { kind: 'success', title: '求人を直して再送信しました。' },
  'images-uploaded': {
    kind: 'success',
    title: '画像を登録しました。ハローワークで確認した後に公開します。',
  },
  'image-described': { kind: 'success', title: '画像の説明を保存しました。' },
  'image-removed': { kind: 'success', title: '画像を取り下げました。' },
  'reviews-begun': { kind: 'success', title: '選んだ求人の確認を始めました。' },
  'reviews-assigned': { kind: 'success', title: '選んだものの担当を変えました。' },
  'image-moved': { kind: 'success', title: '画像の順番を変えました。' },
  'images-decided': {
    kind: 'success',
    title: '画像の可否を決定しました。求人者にメールでお知らせします。',
  },
  'seeker-registered': { kind: 'success', title: '求職者を登録しました。' },
  'seeker-saved': { kind: 'success', title: '求職者の登録を変更しました。' },
  'seekers-imported': { kind: 'success', title: 'CSVの求職者を登録しました。' },
  'referral-made': { kind: 'success', title: '紹介しました。紹介状を印刷して、求職者にお渡しください。' },
  'referral-made-mailed': {
    kind: 'success',
    title: '紹介しました。求人者にメールでお知らせします。紹介状を印刷して、求職者にお渡しください。',
  },
  'referral-made-untold': {
    kind: 'warning',
    title:
      '紹介しました。この求人者にはマイページがなく、メールを送れません。あらためて電話で連絡してください。',
  },
  'result-registered': { kind: 'success', title: '選考結果を登録しました。' },
  'results-registered': { kind: 'success', title: '選んだ方の選考結果を登録しました。' },
  'own-result-registered': {
    kind: 'success',
    title: '選考結果を登録しました。応募者ご本人には、直接ご連絡ください。',
  },
  'referral-cancelled': { kind: 'success', title: '紹介を取り消しました。' },
  'referral-reopened': { kind: 'success', title: '選考結果の登録を取り消し、未登録に戻しました。' },
  'restriction-released': {
    kind: 'success',
    title: '利用制限を解除しました。求人者にメールでお知らせします。',
  },
  'image-hidden': {
    kind: 'success',
    title: '画像を表示不可にしました。求人者にメールでお知らせします。',
  },
  'key-sent': {
    kind: 'info',
    title: '入力されたメールアドレスに、認証キーの手続きについてのメールを送りました。',
  },
  'account-made': {
    kind: 'success',
    title:
      'アカウントを登録しました。続けて事業所情報を入力してください。マイページは、窓口での本登録の手続きの後に開設されます。',
  },
  'password-changed': {
    kind: 'success',
    title: 'パスワードを変更しました。ほかの端末は、すべてログアウトしました。',
  },
  'password-reset': { kind: 'success', title: 'パスワードを再設定しました。' },
  'email-changed': {
    kind: 'success',
    title: 'メールアドレスを変更しました。次からは、新しいメールアドレスでログインしてください。',
  },
  'email-key-sent': {
    kind: 'info',
    title: '入力されたメールアドレスに、認証キーの手続きについてのメールを送りました。',
  },
  'address-invited': {
    kind: 'success',
    title: 'メールアドレスを追加しました。パスワードの登録をご案内するメールを送りました。',
  },
  'address-removed': { kind: 'success', title: 'メールアドレスを外しました。' },
  'own-address-removed': {
    kind: 'info',
    title: 'メールアドレスを外しました。このメールアドレスでは、ログインできません。',
  },
  'other-sessions-ended': { kind: 'success', title: 'ほかの端末をログアウトさせました。' },
  withdrawn: {
    kind: 'info',
    title: '退会の手続きが完了しました。手続きの内容を、登録されたメールアドレスにお知らせします。',
  },
  'withdrawal-undone': {
    kind: 'success',
    title: '退会を取り消しました。求人者にメールでお知らせします。',
  },
  'email-replaced': {
    kind: 'success',
    title: 'メールアドレスを変更しました。新しいメールアドレスに認証キーを送ります。',
  },
  'key-reissued': {
    kind: 'success',
    title: '認証キーを再発行しました。登録されたメールアドレスに送ります。',
  },
  'account-unlocked': { kind: 'success', title: '入力の制限を解除しました。' },
  'sessions-ended': { kind: 'success', title: 'すべての端末をログアウトさせました。' },
  'mypage-suspended': {
    kind: 'success',
    title: 'マイページを利用不可としました。求人者にメールでお知らせします。',
  },
  'mypage-resumed': {
    kind: 'success',
    title: '利用不可を解除しました。求人者にメールでお知らせします。',
  },
  'mypage-opened': { kind: 'success', title: 'パスワードを登録しました。求人者マイページを利用できます。' },
  'message-sent': { kind: 'success', title: 'メッセージを送りました。' },
  'messages-read': { kind: 'success', title: 'メッセージを既読にしました。' },
  'signed-out': { kind: 'info', title: 'ログアウトしました。' },
  'session-expired': {
    kind: 'warning',
    title: 'しばらく操作がなかったため、ログアウトしました。もう一度ログインしてください。',
  },
  'start-expired': {
    kind: 'warning',
    title: 'しばらく操作がなかったため、手続きを中断しました。もう一度はじめから入力してください。',
  },
} as const satisfies Record<string, DoneMessage>;

export type DoneCode = keyof typeof doneMessages;

/** What can be taken back right from its message: the words of the link to 取消し (`?of=` names the posting). */
export const undoneWith: { readonly [Code in DoneCode]?: string } = {
  'posting-accepted': `受理を取り消す（${undoMinutes}分以内）`,
  'posting-returned': `差戻しを取り消す（${undoMinutes}分以内）`,
};
