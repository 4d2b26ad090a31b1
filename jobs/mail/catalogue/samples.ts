/** Invented facts that many mails share; none of the people, places and addresses exists. */

const site = 'https://mypage.example.jp/mypage';

export const sampleLinks = {
  login: `${site}/login`,
  start: `${site}/start`,
  startKey: `${site}/start/key`,
  forgot: `${site}/forgot`,
  posting: `${site}/postings/1`,
  change: `${site}/changes/1`,
  images: `${site}/images`,
} as const;

const establishmentName = '株式会社見本製菓';
const office = { name: 'ハローワーク架空野', phone: '0300000100' };

export const sampleAccount = { establishmentName, office, login: sampleLinks.login };

export const samplePosting = {
  establishmentName,
  jobTitle: '焼き菓子の製造',
  office,
  link: sampleLinks.posting,
};

export const sampleNumber = '99010-00000001';

export const sampleReferral = {
  ...samplePosting,
  link: sampleLinks.login,
  number: '99010-00000012',
  postingNumber: sampleNumber,
  referredOn: '2026-11-24',
};

export const sampleMypage = { establishmentName, office, link: sampleLinks.login };
