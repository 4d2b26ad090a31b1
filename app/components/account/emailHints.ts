/** Mail services that people use privately; the leaflet recommends the address of the company (step ①). */
const freeMailDomains: readonly string[] = [
  'gmail.com',
  'yahoo.co.jp',
  'ymail.ne.jp',
  'yahoo.com',
  'outlook.jp',
  'outlook.com',
  'hotmail.co.jp',
  'hotmail.com',
  'live.jp',
  'icloud.com',
  'me.com',
  'aol.com',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'ymobile.ne.jp',
];

/** Ends of a domain that nobody has, with what was meant. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^(gmial|gmai|gamil|gmal|gnail|gmaill)\.com$/, 'gmail.com'],
  [/^(yaho|yafoo|yahooo)\.co\.jp$/, 'yahoo.co.jp'],
  [/\.(c0|cp|cc)\.jp$/, '.co.jp'],
  [/\.cojp$/, '.co.jp'],
  [/\.nejp$/, '.ne.jp'],
  [/\.orjp$/, '.or.jp'],
  [/\.gojp$/, '.go.jp'],
  [/\.(co|ne|or|go|ac)\.(jo|jpp|pj|jp[0-9])$/, '.$1.jp'],
  [/\.(con|cmo|comm|coom|vom)$/, '.com'],
];

export type EmailHints = {
  /** The address that was probably meant. */
  suggestion: string | null;
  /** The domain, where it is one that people use privately. */
  freeMail: string | null;
};

/** What to ask the employer about an address that has the right form: a slip of the fingers, a private mailbox. */
export function emailHints(email: string): EmailHints {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  const slip = slips.find(([shape]) => shape.test(domain));
  return {
    suggestion: slip === undefined ? null : `${email.slice(0, at + 1)}${domain.replace(slip[0], slip[1])}`,
    freeMail: freeMailDomains.includes(domain) ? domain : null,
  };
}
