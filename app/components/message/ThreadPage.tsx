import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ThreadObstacle } from '#app/domain/message.ts';
import { messageForm } from '#app/forms/message.ts';
import { longDate } from '#app/text/format.ts';
import { messageSamples, messagesText } from '#app/text/mypage/messages.ts';
import { refusalText } from '#app/text/refusals.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { ClosedNotice } from '../mypage/ClosedNotice.tsx';
import type { ShownRefusal } from '../mypage/refusal.ts';
import { homeTrail } from '../mypage/trails.ts';
import { type FormAnswer, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { SubmitButton } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { messageIntents, sampleIntent } from './intents.ts';
import { MessageForm } from './MessageForm.tsx';
import { MessageList, type ShownMessage } from './MessageList.tsx';
import styles from './Messages.module.css';

export type ThreadPageProps = {
  referral: { id: string; number: string; referredOn: CalendarDate };
  posting: { jobTitle: string | null; number: string | null };
  seeker: { name: string };
  /** The thread itself is read-only. */
  obstacle: ThreadObstacle | null;
  /** メッセージ送信 is closed for the whole MyPage. */
  closed: ShownRefusal | null;
  messages: { rows: readonly ShownMessage[]; total: number; page: number; pages: number };
  /** The day on which a message sent today would be erased. */
  eraseFrom: CalendarDate;
  sendKey: string;
  readKey: string;
  answer: FormAnswer | undefined;
};

const text = messagesText.thread;

/** メッセージ with one person who was referred: what to write in, and what was written, newest first. */
export function ThreadPage(props: ThreadPageProps) {
  const { referral, posting, seeker, messages, answer, readKey } = props;
  const unread = messages.rows.filter(({ from, readAt }) => from === 'seeker' && readAt === null);
  const upTo = String(unread[0]?.seq ?? 0);
  const failed = answer !== undefined && (answer.refusal !== null || answer.errors.length > 0);
  return (
    <>
      <PageTitle
        title={text.title(seeker.name)}
        over={text.about(referral.number)}
        trail={[...homeTrail, { to: paths.mypage.messages(), label: messagesText.title }]}
        hasErrors={failed}
      />
      <ErrorSummary {...summaryOf(messageForm, answer)} />
      <DefinitionTable
        caption={text.facts.caption}
        rows={[
          {
            label: text.facts.posting,
            value: `${posting.jobTitle ?? messagesText.untitled}　${posting.number ?? ''}`,
          },
          { label: text.facts.referred, value: longDate(referral.referredOn) },
        ]}
      />
      <Writing {...props} upTo={upTo} />
      <section className={styles.section}>
        <h2>{text.heading(messages.total)}</h2>
        {unread.length === 0 ? null : (
          <FormFrame
            idempotencyKey={readKey}
            hidden={{ read_up_to: upTo }}
            submits={[
              { label: text.markRead(unread.length), intent: messageIntents.markRead, kind: 'secondary' },
            ]}
          />
        )}
        <MessageList messages={messages.rows} reader="employer" names={text.from} />
        <Pagination
          {...messages}
          href={(page) =>
            changeQuery(new URLSearchParams(), paths.mypage.messageThread(referral.id), {
              page: page === 1 ? null : page,
            })
          }
        />
      </section>
    </>
  );
}

/** The box with its 文例, or why there is none. */
function Writing({ obstacle, closed, answer, sendKey, eraseFrom, upTo }: ThreadPageProps & { upTo: string }) {
  if (closed !== null) return <ClosedNotice closed={closed} />;
  if (obstacle !== null)
    return (
      <Banner kind="info" title={text.closed}>
        <p>{refusalText(obstacle)}</p>
      </Banner>
    );
  return (
    // The box is drawn anew when a 文例 has come back in it: a script keeps the old one otherwise.
    <MessageForm
      key={String(answer?.typed.text ?? '')}
      idempotencyKey={sendKey}
      answer={answer}
      hidden={{ read_up_to: upTo }}
    >
      <p className={styles.small}>
        {text.care}
        {text.privacy(eraseFrom)}
      </p>
      <fieldset className={styles.samples}>
        <legend>{text.samples}</legend>
        <p className={styles.small}>{text.samplesHelp}</p>
        <ul>
          {messageSamples.map(({ id, title }) => (
            <li key={id}>
              <SubmitButton kind="secondary" name="_intent" value={sampleIntent(id)}>
                {title}
              </SubmitButton>
            </li>
          ))}
        </ul>
      </fieldset>
    </MessageForm>
  );
}
