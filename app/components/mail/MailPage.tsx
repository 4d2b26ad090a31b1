import type { Instant } from '#app/domain/clock.ts';
import { resendForm } from '#app/forms/mail.ts';
import { longInstant, shortInstant } from '#app/text/format.ts';
import { jobReason } from '#app/text/mails.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { type DefinitionRow, DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type MailRow, mailMark, mailWords } from './MailsPage.tsx';

type Resend = { at: Instant; by: string; reason: string };

type ShownMail = MailRow & {
  attempts: number;
  /** When it is tried (again), while it waits. */
  runAt: Instant;
  postingId: string | null;
  copyId: string | null;
  resends: readonly Resend[];
};

export type MailPageProps = {
  mail: ShownMail;
  /** Masked, or the whole address once somebody has asked for it; null where there is none. */
  recipient: string | null;
  opened: boolean;
  /** The key of the form; null where this person does not resend. */
  idempotencyKey: string | null;
  answer: FormAnswer | undefined;
};

const text = mailsText.one;

/** One mail: what became of it and why, what comes next, to whom it goes, and sending it again. */
export function MailPage({ mail, recipient, opened, idempotencyKey, answer }: MailPageProps) {
  const { id, kind, state, copyId, establishmentId, resends } = mail;
  const advice = text.advice[state];
  return (
    <>
      <PageTitle
        title={mailWords(kind)}
        over={text.title}
        trail={[{ to: paths.staff.mails(), label: mailsText.title }]}
        hasErrors={hasErrors(answer)}
      >
        <StatusBadge mark={mailMark(state)} />
      </PageTitle>
      <ErrorSummary {...summaryOf(resendForm, answer)} />
      <DefinitionTable
        caption={text.facts}
        rows={[
          ...factsOf(mail),
          { label: text.recipient, value: recipient ?? text.nobody, note: opened ? text.opened : null },
        ]}
      />
      <ButtonRow>
        {opened || recipient === null ? null : (
          <ButtonLink to={paths.staff.mail(id, { open: 1 })}>{text.open}</ButtonLink>
        )}
        {copyId === null ? null : <ButtonLink to={paths.staff.outboxMail(copyId)}>{text.copy}</ButtonLink>}
        <ButtonLink to={paths.staff.mailCatalogue(kind)} kind="quiet">
          {text.whatIsIt}
        </ButtonLink>
        <ButtonLink to={paths.staff.mails({ of: establishmentId })} kind="quiet">
          {text.ofEstablishment}
        </ButtonLink>
        <ButtonLink to={paths.staff.mails()} kind="quiet">
          {text.back}
        </ButtonLink>
      </ButtonRow>
      <PlainTable
        caption={text.resends}
        rows={resends}
        rowKey={({ at }) => at}
        empty={null}
        columns={resendColumns}
      />
      {advice === '' ? null : <p>{advice}</p>}
      <SendAgain mail={mail} idempotencyKey={idempotencyKey} answer={answer} />
    </>
  );
}

/** Sending it again, where that can help. */
function SendAgain({
  mail,
  idempotencyKey,
  answer,
}: Pick<MailPageProps, 'mail' | 'idempotencyKey' | 'answer'>) {
  if (mail.kind === 'mail.key') return <p>{text.keyAgain}</p>;
  if (mail.state === 'ready' || mail.state === 'running') return null;
  if (idempotencyKey === null) return <p>{text.noResend}</p>;
  return (
    <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: text.resend, intent: 'resend' }]}>
      {resendForm.sections.map((section) => (
        <FieldSet
          key={section.id}
          section={section}
          typed={answer?.typed ?? {}}
          messages={messagesOf(resendForm, answer)}
        />
      ))}
    </FormFrame>
  );
}

/** When it was asked for, what became of it, why, when it is tried again, and whose it is. */
function factsOf(mail: ShownMail): readonly DefinitionRow[] {
  const { state, createdAt, finishedAt, lastError, attempts, runAt, postingId } = mail;
  const sent = state === 'done' && finishedAt !== null;
  return [
    { label: mailsText.columns.created, value: <time dateTime={createdAt}>{longInstant(createdAt)}</time> },
    {
      label: mailsText.columns.sent,
      value: sent ? <time dateTime={finishedAt}>{longInstant(finishedAt)}</time> : mailsText.tabs[state],
      note: lastError === null ? null : jobReason(lastError, state),
    },
    ...(state === 'ready' && attempts > 0
      ? [{ label: text.next, value: text.nextAt(longInstant(runAt)) }]
      : []),
    { label: text.attempts, value: jobsText.times(attempts) },
    {
      label: mailsText.columns.establishment,
      value: <Link to={paths.staff.establishment(mail.establishmentId)}>{mail.establishmentName}</Link>,
    },
    ...(postingId === null
      ? []
      : [{ label: text.posting, value: <Link to={paths.staff.review(postingId)}>{text.toPosting}</Link> }]),
  ];
}

const resendColumns: readonly Column<Resend>[] = [
  {
    key: 'at',
    label: text.resendColumns.at,
    cell: ({ at }) => <time dateTime={at}>{shortInstant(at)}</time>,
  },
  { key: 'by', label: text.resendColumns.by, heading: true, cell: ({ by }) => by },
  { key: 'reason', label: text.resendColumns.reason, cell: ({ reason }) => reason },
];
