import type { MailJob } from '#app/domain/job.ts';

/** メールの一覧: every mail to employers, when it is sent and to whom; a mail without words does not compile. */
export const mailCatalogueText = {
  title: 'メールの種類',
  lead: '求人者に送るメールのすべてです。文面は、見本の内容で作っています。実際のメールは、送るときの登録内容で作ります。',
  contents: 'この画面の項目',
  about: {
    account: 'アカウント・マイページ',
    posting: '求人',
    change: '変更の申込み',
    image: '画像',
    referral: '応募・選考結果・利用制限',
  },
  when: 'いつ送るか',
  to: '宛先',
  by: 'もとになる手続き',
  byWhom: (word: string, roles: readonly string[]): string => `${word}（${roles.join('・')}）`,
  ruleSet: 'もとになる規則',
  preview: '文面を見る（見本）',
  subject: '件名',
  body: '本文',
  back: 'メールの記録に戻る',

  mails: {
    'mail.key': {
      when: '求人者が認証キーを申し込んだとき、または窓口でキーを発行したとき。有効期限を過ぎたときは送りません。',
      to: '申し込んだアドレス。アドレスの変更では、新しいアドレス',
    },
    'mail.alreadyRegistered': {
      when: '登録済みのアドレスで、新しく開設の申込みがあったとき。画面では登録済みかどうかを示さず、このメールで本人にだけ知らせます。',
      to: '登録済みのアドレス',
    },
    'mail.passwordChanged': {
      when: 'パスワードを変更したとき、または再設定したとき。最初の登録では送りません。',
      to: 'そのアドレス',
    },
    'mail.emailChanged': {
      when: 'ログインに使うアドレスが変わったとき。',
      to: '変わる前のアドレス',
    },
    'mail.addressInvited': {
      when: '求人者がログインできるアドレスを追加したとき。',
      to: '追加されたアドレス',
    },
    'mail.withdrawalReceived': {
      when: '求人者が退会したとき。消去する日と、取り消せる期間を知らせます。',
      to: 'そのマイページのすべてのアドレス',
    },
    'mail.withdrawalUndone': {
      when: '窓口で退会を取り消したとき。',
      to: 'そのマイページのすべてのアドレス',
    },
    'mail.mypageErased': {
      when: 'マイページを消去したとき。アドレスは、このメールを送り終えると残りません。',
      to: '消去したマイページのすべてのアドレス',
    },
    'mail.mypageSuspended': {
      when: '監督者がマイページを利用不可にしたとき。',
      to: 'そのマイページのすべてのアドレス',
    },
    'mail.mypageResumed': {
      when: '監督者が利用不可を解除したとき。',
      to: 'そのマイページのすべてのアドレス',
    },
    'mail.transferredOut': {
      when: '移転により、事業所を別のハローワークに移管したとき。',
      to: 'そのマイページのすべてのアドレス',
    },
    'mail.postingReceived': {
      when: '求人を申し込んだとき、または差し戻された求人を直して再送信したとき。来庁が必要なときは、来庁期限を知らせます。',
      to: '求人を申し込んだアドレス',
    },
    'mail.postingReturned': { when: '求人を差し戻したとき。', to: '求人を申し込んだアドレス' },
    'mail.postingAccepted': {
      when: '求人を受理したとき。求人番号と有効期限を知らせます。',
      to: '求人を申し込んだアドレス',
    },
    'mail.postingRefused': {
      when: '不受理の起案を、別の監督者が確認したとき。',
      to: '求人を申し込んだアドレス',
    },
    'mail.decisionUndone': {
      when: '受理または差戻しを取り消したとき。',
      to: '求人を申し込んだアドレス',
    },
    'mail.visitDemanded': {
      when: '確認の結果、来庁が必要な求人にしたとき。',
      to: '求人を申し込んだアドレス',
    },
    'mail.dueDateMoved': {
      when: '開庁日・閉庁日の変更により、来庁期限が変わったとき。',
      to: '求人を申し込んだアドレス',
    },
    'mail.visitReminder': {
      when: '来庁期限が近づいたとき。夜間に調べ、期限ごとに1回だけ送ります。',
      to: '求人を申し込んだアドレス',
    },
    'mail.postingLapsed': {
      when: '来庁期限までに来庁がなく、求人が失効したとき。',
      to: '求人を申し込んだアドレス',
    },
    'mail.validityEnds': {
      when: '有効期限が近づいたとき。夜間に調べ、期限ごとに1回だけ送ります。',
      to: '求人を申し込んだアドレス',
    },
    'mail.changeReceived': {
      when: '求人内容の変更・募集停止・有効期間の延長・事業所情報の変更を申し込んだとき。',
      to: '求人の変更では、求人を申し込んだアドレス。事業所情報の変更では、変更を申し込んだアドレス',
    },
    'mail.changeAccepted': {
      when: '変更の申込みを受理したとき。',
      to: '求人の変更では、求人を申し込んだアドレス。事業所情報の変更では、変更を申し込んだアドレス',
    },
    'mail.changeReturned': {
      when: '変更の申込みを差し戻したとき。',
      to: '求人の変更では、求人を申し込んだアドレス。事業所情報の変更では、変更を申し込んだアドレス',
    },
    'mail.changeRejected': {
      when: '変更の申込みを不承認としたとき。',
      to: '求人の変更では、求人を申し込んだアドレス。事業所情報の変更では、変更を申し込んだアドレス',
    },
    'mail.imagesDecided': {
      when: '画像の可否を決定したとき。まとめて決定した画像は、1通で知らせます。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.imageHidden': {
      when: '公開中の画像を表示不可にしたとき。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.referralMade': {
      when: '紹介の前に、求人者に電話で連絡がつかなかったとき。応募者の氏名は書きません。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.messageReceived': {
      when: '紹介した求職者からメッセージが届いたとき。内容は書きません。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.missingResult': {
      when: '紹介日から決められた期間がたっても選考結果が登録されていないとき。紹介ごとに1回だけ送ります。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.restricted': {
      when: '未登録の選考結果が上限を超え、マイページの利用を制限したとき。',
      to: 'マイページにログインできるアドレス（1件）',
    },
    'mail.restrictionReleased': {
      when: '窓口で利用制限を解除したとき。',
      to: 'マイページにログインできるアドレス（1件）',
    },
  } satisfies Record<MailJob['kind'], { when: string; to: string }>,
} as const;
