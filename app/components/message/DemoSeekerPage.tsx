import { messageForm } from '#app/forms/message.ts';
import { common } from '#app/text/common.ts';
import { messagesText, demoSeekerText as text } from '#app/text/mypage/messages.ts';
import { refusalText } from '#app/text/refusals.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link } from '#app/web/remix.ts';
import { type FormAnswer, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { SubmitButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { PublicFrame } from '../ui/PublicFrame.tsx';
import { MessageForm } from './MessageForm.tsx';
import { MessageList } from './MessageList.tsx';
import styles from './Messages.module.css';
import type { ThreadPageProps } from './ThreadPage.tsx';
import type { ThreadLine } from './ThreadsPage.tsx';

type DemoThread = Pick<ThreadPageProps, 'referral' | 'obstacle' | 'messages'> & {
  establishment: { name: string | null };
};

export type DemoSeekerPageProps = {
  seekers: readonly { id: string; name: string }[];
  /** The chosen one. */
  seekerId: string | null;
  threads: readonly (Pick<ThreadLine, 'referralId' | 'jobTitle' | 'unread'> & {
    establishmentName: string | null;
  })[];
  thread: DemoThread | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** One page for the other side: choose an invented job seeker, read a thread, answer. */
export function DemoSeekerPage({
  seekers,
  seekerId,
  threads,
  thread,
  idempotencyKey,
  answer,
}: DemoSeekerPageProps) {
  return (
    <PublicFrame site="mypage">
      <PageTitle title={text.title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(messageForm, answer)} />
      <p>{text.lead}</p>
      {seekers.length === 0 ? (
        <EmptyState title={text.empty} />
      ) : (
        <Form method="get" action={paths.demoSeeker()} className={styles.choose}>
          <label htmlFor="demo-seeker">{text.choose}</label>
          <select id="demo-seeker" name="seeker" defaultValue={seekerId ?? undefined}>
            {seekers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <SubmitButton kind="secondary">{text.show}</SubmitButton>
        </Form>
      )}
      {seekerId === null ? null : (
        <PlainTable
          caption={text.caption}
          rows={threads}
          rowKey={({ referralId }) => referralId}
          columns={[
            {
              key: 'establishment',
              label: text.columns.establishment,
              heading: true,
              cell: ({ referralId, establishmentName }) => (
                <Link to={paths.demoSeeker({ seeker: seekerId, thread: referralId })}>
                  {establishmentName ?? common.erasedEmployer}
                </Link>
              ),
            },
            {
              key: 'job',
              label: text.columns.job,
              cell: ({ jobTitle }) => jobTitle ?? messagesText.untitled,
            },
            {
              key: 'unread',
              label: text.columns.unread,
              cell: ({ unread }) => (unread > 0 ? messagesText.unread(unread) : messagesText.none),
            },
          ]}
          empty={null}
        />
      )}
      {thread === null ? null : (
        <section className={styles.section}>
          <h2>{text.thread(thread.establishment.name ?? common.erasedEmployer)}</h2>
          {thread.obstacle === null ? (
            <MessageForm
              idempotencyKey={idempotencyKey}
              answer={answer}
              hidden={{
                thread: thread.referral.id,
                read_up_to: String(thread.messages.rows[0]?.seq ?? 0),
              }}
            />
          ) : (
            <Banner kind="info" title={messagesText.thread.closed}>
              <p>{refusalText(thread.obstacle)}</p>
            </Banner>
          )}
          <MessageList messages={thread.messages.rows} reader="seeker" names={text.from} />
        </section>
      )}
    </PublicFrame>
  );
}
