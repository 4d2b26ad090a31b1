import type { Letter } from '../letter.ts';
import { type MailKind, templates } from '../templates/index.ts';
import { accountMails } from './account.ts';
import { changeMails } from './changeRequest.ts';
import type { Act, MailEntries } from './entry.ts';
import { imageMails } from './image.ts';
import { postingMails } from './posting.ts';
import { referralMails } from './referral.ts';

/** What a mail is about: the parts of the catalogue, in their order. */
const parts = {
  account: accountMails,
  posting: postingMails,
  change: changeMails,
  image: imageMails,
  referral: referralMails,
} as const;

export type MailSubject = keyof typeof parts;

/** One mail of the catalogue: who puts it on its way, by which rule, and how it reads on invented facts. */
export type CataloguedMail = {
  kind: MailKind;
  about: MailSubject;
  by: readonly Act[];
  /** Id of a rule set, or null. */
  ruleSet: string | null;
  preview: Letter;
};

/** Every kind of mail; one that is in no part does not compile. */
const entries: MailEntries<MailKind> = {
  ...accountMails,
  ...postingMails,
  ...changeMails,
  ...imageMails,
  ...referralMails,
};

const previewOf = <Kind extends MailKind>(kind: Kind): Letter => templates[kind](entries[kind].sample);

/** Every mail the product sends; the page of the counter and docs/generated/mails.md are made of it. */
export const mailCatalogue = (): readonly CataloguedMail[] =>
  (Object.keys(parts) as MailSubject[]).flatMap((about) =>
    (Object.keys(parts[about]) as MailKind[]).map((kind) => ({
      kind,
      about,
      by: entries[kind].by.map(({ name, permission, audit }) => ({ name, permission, audit })),
      ruleSet: entries[kind].ruleSet,
      preview: previewOf(kind),
    })),
  );
