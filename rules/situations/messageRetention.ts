import type { CalendarDate } from '#app/domain/calendar.ts';
import { defineSituation } from '#rules/situation.ts';
import { date, exactly, notAfter } from './schema.ts';

/** One message between an employer and an applicant. */
export type MessageSituation = { asOf: CalendarDate; sentOn: CalendarDate };

export const messageSituation = defineSituation<MessageSituation>({
  schema: exactly({ asOf: date, sentOn: date }),
  check: ({ asOf, sentOn }) => notAfter(asOf, 'sentOn', sentOn),
  facts: {
    'message.sentOn': {
      type: 'date',
      label: '送受信した日',
      origin: 'sentOn',
      build: ({ sentOn }) => sentOn,
    },
  },
});
