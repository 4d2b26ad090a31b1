import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Message, MessageSide } from '#app/domain/message.ts';
import { longInstant } from '#app/text/format.ts';
import { messagesText } from '#app/text/mypage/messages.ts';
import styles from './Messages.module.css';

/** A message with the first day on which it is there no more. */
export type ShownMessage = Message & { eraseFrom: CalendarDate };

/** Messages of a thread, newest first; each with the day of its erasure (leaflet: 「送受信後1年経過すると自動消去」). */
export function MessageList({
  messages,
  reader,
  names,
}: {
  messages: readonly ShownMessage[];
  reader: MessageSide;
  names: Readonly<Record<MessageSide, string>>;
}) {
  const { thread: text } = messagesText;
  if (messages.length === 0) return <p>{text.empty}</p>;
  return (
    <ol className={styles.list}>
      {messages.map(({ id, from, text: words, sentAt, readAt, eraseFrom }) => (
        <li key={id} className={styles.message} data-own={from === reader}>
          <p className={styles.head}>
            <b>{names[from]}</b>
            <time dateTime={sentAt}>{longInstant(sentAt)}</time>
            {from !== reader && readAt === null ? (
              <span className={styles.unread}>{text.isUnread}</span>
            ) : null}
          </p>
          <p className={styles.text}>{words}</p>
          <p className={styles.small}>
            {text.erase(eraseFrom)}
            {from === reader && readAt !== null ? `　${text.read}` : ''}
          </p>
        </li>
      ))}
    </ol>
  );
}
