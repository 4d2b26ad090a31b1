import type { Letter } from '#jobs/mail/letter.ts';
import { type MailFacts, type MailKind, templates } from '#jobs/mail/templates/index.ts';
import { page } from './markdown.ts';

const posting = {
  establishmentName: '株式会社見本製菓',
  jobTitle: '焼き菓子の製造',
  office: { name: 'ハローワーク架空野', phone: '0300000100' },
  link: 'https://mypage.example.jp/mypage/postings/1',
};

const stop = {
  ...posting,
  link: 'https://mypage.example.jp/mypage/changes/1',
  kind: 'stop' as const,
  number: '99010-00000001',
  stopOn: '2026-12-01',
  validUntil: '2027-01-31',
  ended: false,
};

const referral = {
  ...posting,
  link: 'https://mypage.example.jp/mypage',
  number: '99010-00000012',
  postingNumber: '99010-00000001',
  referredOn: '2026-11-24',
};

const restriction = {
  establishmentName: posting.establishmentName,
  office: posting.office,
  link: 'https://mypage.example.jp/mypage',
};

const account = {
  establishmentName: posting.establishmentName,
  office: posting.office,
  login: 'https://mypage.example.jp/mypage/login',
};

const samples: MailFacts = {
  'mail.key': {
    key: '0123456789AB',
    issuedAt: '2026-11-24T00:00:00.000Z',
    expiresAt: '2026-11-24T00:50:00.000Z',
    purpose: 'start',
    link: 'https://mypage.example.jp/mypage/start/key',
    again: 'https://mypage.example.jp/mypage/start',
  },
  'mail.alreadyRegistered': {
    login: 'https://mypage.example.jp/mypage/login',
    start: 'https://mypage.example.jp/mypage/start',
  },
  'mail.passwordChanged': { ...account, forgot: 'https://mypage.example.jp/mypage/forgot' },
  'mail.emailChanged': { ...account, by: 'holder', replacedAt: '2026-11-24T00:00:00.000Z' },
  'mail.addressInvited': { ...account, start: 'https://mypage.example.jp/mypage/start' },
  'mail.withdrawalReceived': { ...account, withdrawnOn: '2026-11-24', erasedFrom: '2026-12-26' },
  'mail.withdrawalUndone': account,
  'mail.mypageErased': {
    office: posting.office,
    erasedOn: '2026-12-26',
    reasons: ['2026年11月24日の退会から31日を経過したため、消去します。'],
  },
  'mail.mypageSuspended': account,
  'mail.mypageResumed': account,
  'mail.postingReceived': { ...posting, appliedOn: '2026-11-24', visitDueDate: '2026-12-08' },
  'mail.postingReturned': { ...posting, visitDueDate: null },
  'mail.postingAccepted': { ...posting, number: '99010-00000001', validUntil: '2027-01-31', published: true },
  'mail.postingRefused': posting,
  'mail.decisionUndone': posting,
  'mail.dueDateMoved': { ...posting, formerDueDate: '2026-12-08', visitDueDate: '2026-12-07' },
  'mail.visitDemanded': { ...posting, visitDueDate: '2026-12-08' },
  'mail.changeReceived': stop,
  'mail.changeAccepted': { ...stop, kind: 'extension', stopOn: null, validUntil: '2027-02-28' },
  'mail.changeReturned': stop,
  'mail.changeRejected': { ...stop, kind: 'extension', stopOn: null },
  'mail.imagesDecided': {
    establishmentName: '株式会社見本製菓',
    office: posting.office,
    published: 3,
    returned: 1,
    link: 'https://mypage.example.jp/mypage/images',
  },
  'mail.referralMade': referral,
  'mail.missingResult': referral,
  'mail.restricted': {
    ...restriction,
    reasons: ['紹介日から3週間を経過した選考結果の未登録が50件を超えたため、一部の機能の利用を制限します。'],
  },
  'mail.restrictionReleased': { ...restriction, promisedOn: '2026-12-08' },
  'mail.messageReceived': referral,
  'mail.imageHidden': {
    establishmentName: '株式会社見本製菓',
    office: posting.office,
    link: 'https://mypage.example.jp/mypage/images',
  },
  'mail.transferredOut': {
    ...account,
    movedOn: '2026-11-24',
    newOffice: { name: 'ハローワーク架空台', phone: '0300000200' },
  },
  'mail.visitReminder': { ...posting, visitDueDate: '2026-12-08', returned: false },
  'mail.postingLapsed': { ...posting, visitDueDate: '2026-12-08' },
  'mail.validityEnds': { ...posting, number: '99010-00000001', validUntil: '2027-01-31' },
};

const letterOf = <Kind extends MailKind>(kind: Kind): Letter => templates[kind](samples[kind]);

/** Every mail the product sends, filled with invented facts. */
export const mailsPage = (): string =>
  page(
    'Mails',
    '`jobs/mail/templates`',
    ...(Object.keys(samples) as MailKind[]).map((kind) => {
      const { subject, text } = letterOf(kind);
      return [`## \`${kind}\``, `**${subject}**`, `\`\`\`text\n${text.trimEnd()}\n\`\`\``].join('\n\n');
    }),
  );
