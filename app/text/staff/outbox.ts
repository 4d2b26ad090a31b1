/** 送信箱 (demo mode) */
export const outboxText = {
  title: '送信箱',
  lead: '見本モードでは、メールは外へ送られず、ここに残ります。',
  caption: '送信したメール',
  /** 消去 leaves no address behind. */
  erased: '（消去済み）',
  columns: { sentAt: '送信日時', recipient: '宛先', subject: '件名' },
  empty: '送信したメールはまだありません。',
  mailTitle: 'メールの内容',
  to: '宛先',
  subject: '件名',
  sentAt: '送信日時',
  messageId: 'Message-ID',
  body: '本文',
  back: '送信箱に戻る',
} as const;
