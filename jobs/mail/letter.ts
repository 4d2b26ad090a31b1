import { helpdesk, siteName } from '#app/text/common.ts';
import { phone } from '#app/text/format.ts';

/** A mail as its reader sees it: plain text. */
export type Letter = { subject: string; text: string };

/** Absolute addresses that mails point to; built in composition.server.ts from PUBLIC_ORIGIN and web/paths. */
export type MailLinks = {
  login: string;
  /** パスワード登録, where a key is asked for. */
  start: string;
  /** Where the key is entered. */
  startKey: string;
  /** Where a key for a new address is entered, by who asked for it. */
  emailKey: string;
  /** Where a new password is asked for. */
  forgot: string;
  posting(id: string): string;
  /** A change request. */
  change(id: string): string;
  /** 画像 */
  images: string;
};

type Parts = {
  subject: string;
  /** 宛名 */
  to: string;
  /** Paragraphs; the lines of one are joined by line breaks. */
  body: readonly (string | readonly string[])[];
  /** Who answers questions about the content; the helpdesk answers those about the operation. */
  office?: { name: string; phone: string };
};

/** The frame of every mail: 宛名, body, who to ask, that nobody reads replies. */
export function letter({ subject, to, body, office }: Parts): Letter {
  const foot = [
    '――――――――――――――――――――',
    ...(office ? [`お問い合わせ：${office.name}　電話 ${phone(office.phone)}`] : []),
    `操作方法のご案内：${helpdesk.name}　電話 ${helpdesk.phone}`,
    'このメールは送信専用です。ご返信いただいてもお答えできません。',
  ];
  const paragraphs = [to, ...body, foot].map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return { subject: `【${siteName.mypage}】${subject}`, text: `${paragraphs.join('\n\n')}\n` };
}
