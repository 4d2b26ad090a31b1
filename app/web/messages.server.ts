import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Message } from '#app/domain/message.ts';
import { messageErasureDay } from '#app/procedures/message/support.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

/** A thread with the day on which each message, and one sent today, is erased by the rule in force. */
export function withErasure<Thread extends { messages: { rows: readonly Message[] } }>(
  { rules, today }: { rules: RuleCatalogue; today: CalendarDate },
  thread: Thread,
) {
  const day = (sentOn: CalendarDate) => messageErasureDay(rules, sentOn, today);
  const rows = thread.messages.rows.map((message) => ({ ...message, eraseFrom: day(message.sentOn) }));
  return { ...thread, messages: { ...thread.messages, rows }, eraseFrom: day(today) };
}

/** The number of the newest message of the other side that the page showed as unread; 0 for none. */
export function shownUpTo(form: FormData): number {
  const text = form.get('read_up_to');
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
