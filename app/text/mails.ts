import type { JobState } from '#app/domain/job.ts';

/**
 * Why a job failed, or is not needed any more, in the words of the counter; the codes are those the job rows keep
 * (jobs/failure.ts, jobs/handlers).
 */
const reasons: Readonly<Record<string, string>> = {
  expired: '有効期限を過ぎたため、行いませんでした。',
  'lease-lost': '処理が途中で何度も止まりました。システムの担当者に連絡してください。',
  'bad-address':
    'メールアドレスの形が正しくないため、送信できません。登録されたメールアドレスを確認してください。',
  'no-recipient': '送り先のアカウントがないため、送信しませんでした。',
  'account-superseded': '送信の前にアカウントの状態が変わったため、送信しませんでした。',
  'invitation-gone': 'メールアドレスの追加が取り消されたため、送信しませんでした。',
  'address-taken': '追加しようとしたメールアドレスがすでに登録されているため、送信しませんでした。',
  'posting-gone': '求人がなくなったため、送信しませんでした。',
  'images-gone': '画像または事業所がなくなったため、送信しませんでした。',
  'referral-settled': '送信の前に選考結果が登録されたか、紹介が取り消されたため、送信しませんでした。',
  'restriction-over': '送信の前に利用制限の状態が変わったため、送信しませんでした。',
  'message-read': '送信の前にメッセージが読まれたか消去されたため、送信しませんでした。',
  superseded: '送信の前に求人の状態が変わったため、送信しませんでした。',
  'change-superseded': '送信の前に申込みの状態が変わったため、送信しませんでした。',
  'key-gone': '認証キーの控えがもうないため、送信しませんでした。',
  'key-used': '認証キーがすでに使われたため、送信しませんでした。',
  'key-voided': 'より新しい認証キーが発行されたため、送信しませんでした。',
  'key-expired': '認証キーの有効期限を過ぎたため、送信しませんでした。',
  'key-request-gone': '認証キーの申込みがもうないため、発行しませんでした。',
  'back-test-over': '試し実行がすでに終わったか取り消されたため、行いませんでした。',
  'back-test-failed': '試し実行が途中で失敗しました。もう一度始めてください。',
  'smtp-etls':
    'メールサーバーとの通信を暗号化できないため、送信を待っています。システムの担当者に連絡してください。',
  erased: 'マイページが消去されたため、行いませんでした。',
  'certificate-gone': '消去証明書が見つからないため、行いませんでした。',
  'log-in-use': 'データベースのログが使用中です。時間をおいて自動でもう一度行います。',
  'sweep-over': 'この自動処理はすでに終わったため、行いませんでした。',
  'sweep-stopped': 'この自動処理は監督者が止めました。「毎日の自動処理」から再開できます。',
  'sweep-incomplete': '自動処理の一部が失敗しました。時間をおいて自動でもう一度行います。',
  'unknown-kind': 'この版のシステムが知らない処理です。システムの担当者に連絡してください。',
};

const waitsNoMore = '何度も失敗したため、自動の送信をやめました。';

/** The sentence for a code of `last_error`, for a job in that state; an unexpected error is shown by its class. */
export function jobReason(code: string, state: JobState): string {
  const known = reasons[code];
  if (known) return known;
  const answer = /^smtp-(\d)\d\d$/.exec(code)?.[1];
  if (answer === '5')
    return `送り先のメールサーバーが受け取りを断りました（${code}）。メールアドレスを確認してください。`;
  if (code.startsWith('smtp-')) {
    const next =
      state === 'dead' || state === 'cancelled' ? waitsNoMore : '時間をおいて、自動でもう一度送ります。';
    return `メールサーバーに渡せませんでした（${code}）。${next}`;
  }
  return `予期しない誤りです（${code}）。システムの担当者に連絡してください。`;
}
