import { longInstant } from '#app/text/format.ts';
import { jobReason } from '#app/text/mails.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { refusalSentence } from '../mypage/refusal.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type MailRow, mailMark, mailWords } from './MailsPage.tsx';

export type MailPageProps = {
  mail: MailRow & { attempts: number; postingId: string | null; copyId: string | null };
  /** Masked, or the whole address once somebody has asked for it; null where there is none. */
  recipient: string | null;
  opened: boolean;
  /** The key of the form; null where this person does not resend. */
  idempotencyKey: string | null;
  answer: FormAnswer | undefined;
};

const text = mailsText.one;

/** One mail: what became of it, to whom it goes, and sending it again. */
export function MailPage({ mail, recipient, opened, idempotencyKey, answer }: MailPageProps) {
  const { id, kind, state, createdAt, finishedAt, lastError, attempts, postingId, copyId } = mail;
  const settled = state === 'done' || state === 'dead' || state === 'cancelled';
  return (
    <>
      <PageTitle
        title={mailWords(kind)}
        over={text.title}
        trail={[{ to: paths.staff.mails(), label: mailsText.title }]}
        hasErrors={answer !== undefined}
      >
        <StatusBadge mark={mailMark(state)} />
      </PageTitle>
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <DefinitionTable
        caption={text.facts}
        rows={[
          {
            label: mailsText.columns.created,
            value: <time dateTime={createdAt}>{longInstant(createdAt)}</time>,
          },
          {
            label: mailsText.columns.sent,
            value: state === 'done' && finishedAt !== null ? longInstant(finishedAt) : mailsText.tabs[state],
            note: lastError === null ? null : jobReason(lastError),
          },
          { label: text.attempts, value: jobsText.times(attempts) },
          {
            label: mailsText.columns.establishment,
            value: <Link to={paths.staff.establishment(mail.establishmentId)}>{mail.establishmentName}</Link>,
          },
          ...(postingId === null
            ? []
            : [
                {
                  label: text.posting,
                  value: <Link to={paths.staff.review(postingId)}>{text.toPosting}</Link>,
                },
              ]),
          {
            label: text.recipient,
            value: recipient ?? text.nobody,
            note: opened ? text.opened : null,
          },
        ]}
      />
      <ButtonRow>
        {opened || recipient === null ? null : (
          <ButtonLink to={paths.staff.mail(id, { open: 1 })}>{text.open}</ButtonLink>
        )}
        {copyId === null ? null : <ButtonLink to={paths.staff.outboxMail(copyId)}>{text.copy}</ButtonLink>}
        <ButtonLink to={paths.staff.mails({ of: mail.establishmentId })} kind="quiet">
          {text.ofEstablishment}
        </ButtonLink>
        <ButtonLink to={paths.staff.mails()} kind="quiet">
          {text.back}
        </ButtonLink>
      </ButtonRow>
      {idempotencyKey === null ? <p>{text.noResend}</p> : null}
      {idempotencyKey !== null && settled ? (
        <section>
          <p>{text.resendHappens}</p>
          <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: text.resend, intent: 'resend' }]} />
        </section>
      ) : null}
    </>
  );
}
