import { longInstant } from '#app/text/format.ts';
import { outboxText } from '#app/text/staff/outbox.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { ListedMail } from './OutboxPage.tsx';

export type MailViewProps = { mail: ListedMail & { messageId: string; body: string } };

/** One mail as it was handed over: its head and its plain text. */
export function MailView({ mail }: MailViewProps) {
  return (
    <>
      <PageTitle title={mail.subject} trail={[{ to: paths.staff.outbox(), label: outboxText.title }]} />
      <DefinitionTable
        caption={outboxText.mailTitle}
        rows={[
          {
            label: outboxText.sentAt,
            value: <time dateTime={mail.sentAt}>{longInstant(mail.sentAt)}</time>,
          },
          { label: outboxText.to, value: mail.recipient || outboxText.erased },
          { label: outboxText.messageId, value: mail.messageId },
          { label: outboxText.body, value: mail.body },
        ]}
      />
      <ButtonRow>
        <ButtonLink to={paths.staff.outbox()}>{outboxText.back}</ButtonLink>
      </ButtonRow>
    </>
  );
}
