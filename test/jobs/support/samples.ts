import type { Account } from '#app/domain/account.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Office } from '#db/stores/offices.ts';
import type { MailLinks } from '#jobs/mail/letter.ts';

/** Invented records (見本) for the mails. */

export const sampleLinks: MailLinks = {
  login: 'https://mypage.example.jp/login',
  start: 'https://mypage.example.jp/start',
  startKey: 'https://mypage.example.jp/start/key',
  emailKey: 'https://mypage.example.jp/account/email/key',
  forgot: 'https://mypage.example.jp/forgot',
  posting: (id) => `https://mypage.example.jp/postings/${id}`,
  change: (id) => `https://mypage.example.jp/changes/${id}`,
  images: 'https://mypage.example.jp/images',
};

export const sampleOffice: Office = {
  id: 'office-1',
  code: '99010',
  name: 'ハローワーク架空野（見本）',
  phone: '0312345678',
  postal: '1000000',
  address: '架空県架空野市見本町1-1',
  prefecture: '架空県',
};

export const sampleEstablishment: Establishment = {
  id: 'establishment-1',
  officeId: sampleOffice.id,
  state: 'registered',
  number: null,
  corporateNumber: null,
  name: '見本製菓株式会社',
  nameKana: 'ミホンセイカカブシキガイシャ',
  phone: '0398765432',
  details: {},
  registeredOn: '2026-11-01',
  version: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
};

export const sampleAccount: Account = {
  id: 'account-1',
  establishmentId: null,
  email: 'saiyo@mihon.example.jp',
  state: 'active',
  openedBy: 'counter',
  passwordHash: null,
  consentedAt: null,
  openedOn: null,
  suspendedOn: null,
  withdrawnOn: null,
  closedOn: null,
  version: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
};

export const samplePosting: Posting = {
  id: 'posting-1',
  establishmentId: sampleEstablishment.id,
  officeId: sampleOffice.id,
  accountId: sampleAccount.id,
  state: 'awaiting_visit',
  via: 'mypage',
  content: {},
  stepsDone: 8,
  kinds: ['general'],
  contract: 'direct',
  jobTitle: '菓子製造',
  appliedOn: '2026-11-24',
  waitingSince: '2026-11-24T00:00:00.000Z',
  dueDate: '2026-12-08',
  visitedOn: null,
  officeDemand: false,
  number: null,
  acceptedOn: null,
  validUntil: null,
  invalidatedOn: null,
  version: 1,
  createdAt: '2026-11-24T00:00:00.000Z',
  updatedAt: '2026-11-24T00:00:00.000Z',
};
