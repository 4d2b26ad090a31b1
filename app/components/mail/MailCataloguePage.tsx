import type { ReactNode } from 'react';
import type { Role } from '#app/domain/actor.ts';
import type { MailJob } from '#app/domain/job.ts';
import { actWords } from '#app/text/acts.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { mailCatalogueText as text } from '#app/text/staff/mailCatalogue.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './MailCatalogue.module.css';
import { mailWords } from './MailsPage.tsx';

type MailSubject = keyof typeof text.about;

type ShownMail = {
  kind: MailJob['kind'];
  about: MailSubject;
  by: readonly { audit: string; roles: readonly Role[] }[];
  ruleSet: { id: string; title: string } | null;
  preview: { subject: string; text: string };
};

export type MailCataloguePageProps = { mails: readonly ShownMail[] };

const subjects = Object.keys(text.about) as MailSubject[];

/** メールの種類: every mail to employers, by what it is about, with how it reads. */
export function MailCataloguePage({ mails }: MailCataloguePageProps) {
  return (
    <div className={styles.catalogue}>
      <PageTitle title={text.title} trail={[{ to: paths.staff.mails(), label: mailsText.title }]} />
      <p>{text.lead}</p>
      <nav aria-label={text.contents}>
        <ul>
          {subjects.map((about) => (
            <li key={about}>
              <a href={`#${about}`}>{text.about[about]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {subjects.map((about) => (
        <section key={about} aria-labelledby={about}>
          <h2 id={about} tabIndex={-1}>
            {text.about[about]}
          </h2>
          {mails
            .filter((mail) => mail.about === about)
            .map((mail) => (
              <Mail key={mail.kind} {...mail} />
            ))}
        </section>
      ))}
      <ButtonRow>
        <ButtonLink to={paths.staff.mails()}>{text.back}</ButtonLink>
      </ButtonRow>
    </div>
  );
}

function Mail({ kind, by, ruleSet, preview }: ShownMail) {
  const { when, to } = text.mails[kind];
  return (
    <article className={styles.mail} aria-labelledby={kind}>
      <h3 id={kind} tabIndex={-1}>
        {mailWords(kind)}
      </h3>
      <dl className={styles.facts}>
        <Fact term={text.when}>{when}</Fact>
        <Fact term={text.to}>{to}</Fact>
        <Fact term={text.by}>{actsOf(by).join('、')}</Fact>
        {ruleSet === null ? null : (
          <Fact term={text.ruleSet}>
            <Link to={paths.staff.ruleSet(ruleSet.id)}>{ruleSet.title}</Link>
          </Fact>
        )}
      </dl>
      <details>
        <summary>{text.preview}</summary>
        <div className={styles.letter}>
          <p>
            <b>
              {text.subject}：{preview.subject}
            </b>
          </p>
          <p className={styles.body}>{preview.text}</p>
        </div>
      </details>
    </article>
  );
}

/** Several procedures may be one act to whoever reads of it. */
const actsOf = (by: ShownMail['by']): readonly string[] => [
  ...new Set(
    by.map(({ audit, roles }) => text.byWhom(actWords(audit)?.word ?? audit, roles.map(auditText.role))),
  ),
];

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
