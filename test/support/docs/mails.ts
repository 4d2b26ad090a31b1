import { mailCatalogue } from '#jobs/mail/catalogue/index.ts';
import { page, table } from './markdown.ts';

const code = (text: string): string => `\`${text}\``;

/** Every mail the product sends: what puts it on its way, and how it reads on invented facts. */
export const mailsPage = (): string => {
  const mails = mailCatalogue();
  return page(
    'Mails',
    '`jobs/mail/catalogue` and `jobs/mail/templates`',
    'On screen, with when and to whom: `/staff/mails/catalogue`.',
    table(
      ['mail', 'about', 'put on its way by', 'rule set'],
      mails.map(({ kind, about, by, ruleSet }) => [
        code(kind),
        about,
        by.map(({ name }) => code(name)).join(', '),
        ruleSet === null ? '' : code(ruleSet),
      ]),
    ),
    ...mails.map(({ kind, preview: { subject, text } }) =>
      [`## \`${kind}\``, `**${subject}**`, `\`\`\`text\n${text.trimEnd()}\n\`\`\``].join('\n\n'),
    ),
  );
};
