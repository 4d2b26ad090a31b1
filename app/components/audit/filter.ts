import { type CalendarDate, isCalendarDate } from '#app/domain/calendar.ts';
import { isRecordId, parseEstablishmentNumber, parsePostingNumber } from '#app/domain/ids.ts';
import { compact } from '#app/forms/normalise.ts';
import { actWords } from '#app/text/acts.ts';

/** People who are no member of staff, as the address names them. */
export const otherPeople = ['employer', 'system', 'visitor', 'partner'] as const;

export type ShownFilter = {
  of: 'office' | 'nobody';
  person: string | null;
  action: string | null;
  /** As it is looked up. */
  record: string | null;
  /** As it was typed. */
  typedRecord: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
};

/** What an address asks of 記録; whatever does not fit asks for nothing. */
export function filterIn(url: URL): ShownFilter {
  const asked = (name: string): string => (url.searchParams.get(name) ?? '').slice(0, 100).trim();
  const [person, action, from, to] = ['person', 'action', 'from', 'to'].map(asked) as [
    string,
    string,
    string,
    string,
  ];
  const typedRecord = asked('record');
  const folded = compact(typedRecord).toLowerCase();
  const number = parsePostingNumber(folded) ?? parseEstablishmentNumber(folded);
  const isPerson = isRecordId(person) || otherPeople.some((one) => one === person);
  return {
    of: asked('of') === 'nobody' ? 'nobody' : 'office',
    person: isPerson ? person : null,
    action: actWords(action) === undefined ? null : action,
    record: typedRecord === '' ? null : (number ?? folded),
    typedRecord,
    from: isCalendarDate(from) ? from : null,
    to: isCalendarDate(to) ? to : null,
  };
}
