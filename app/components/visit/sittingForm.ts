import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { establishmentForm, overrideReason } from '#app/forms/establishment.ts';
import { type Field, type FormDefinition, fieldsOf, type Section } from '#app/forms/field.ts';
import { visitForm } from '#app/forms/review.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { visitDeskText } from '#app/text/staff/visits.ts';
import { POSTINGS, shownValue } from './shown.ts';

/** A posting of the establishment that can be registered in a visit: it waits, or it has lapsed. */
export type SittingPosting = Pick<Posting, 'id' | 'jobTitle' | 'dueDate' | 'version' | 'state'>;

/** The earliest due date that is over, or null. */
export const overdueOf = (
  postings: readonly Pick<SittingPosting, 'dueDate'>[],
  today: CalendarDate,
): CalendarDate | null =>
  postings
    .map(({ dueDate }) => dueDate)
    .filter((date) => date !== null && date < today)
    .toSorted()[0] ?? null;

/** What the counter adds to the data an employer has entered: the numbers of other registers. */
export const registrationFields = ({ details }: Pick<Establishment, 'details'>): Field[] => {
  const shown = ['establishment_number'];
  if (details.sole_proprietor !== true) shown.push('corporate_number', overrideReason);
  return fieldsOf(establishmentForm)
    .filter(({ name }) => shown.includes(name))
    .map(({ shownWhen, ...field }): Field => field);
};

const postingsSection = (
  postings: readonly SittingPosting[],
  openDays: Readonly<Record<CalendarDate, number>>,
  required: boolean,
): Section => ({
  id: POSTINGS,
  title: decisionText.visit.postings,
  help: decisionText.visit.postingsHelp,
  fields: [
    {
      name: POSTINGS,
      label: decisionText.visit.postings,
      kind: 'choices',
      ...(required ? { required: true } : {}),
      choices: postings.map((posting) => ({
        value: shownValue(posting),
        label: posting.jobTitle ?? reviewText.untitled,
        help: dueWords(posting, openDays),
      })),
    },
  ],
});

function dueWords(
  { dueDate, state }: SittingPosting,
  openDays: Readonly<Record<CalendarDate, number>>,
): string | undefined {
  if (dueDate === null) return undefined;
  if (state === 'lapsed') return visitDeskText.lapsed(dayOfYear(dueDate));
  const left = openDays[dueDate];
  return left === undefined
    ? decisionText.visit.due(dayOfYear(dueDate))
    : visitDeskText.due(dayOfYear(dueDate), left);
}

/**
 * One sitting: the numbers of an establishment that is registered in it, the postings to tick, the identity checklist;
 * the reason for being late only where a due date is over.
 */
export function sittingForm({
  postings,
  late,
  openDays = {},
  registering = null,
}: {
  postings: readonly SittingPosting[];
  late: boolean;
  openDays?: Readonly<Record<CalendarDate, number>>;
  registering?: Pick<Establishment, 'details'> | null;
}): FormDefinition {
  const registration: Section[] =
    registering === null
      ? []
      : [
          {
            id: 'registration',
            title: visitDeskText.registration,
            help: visitDeskText.registrationHelp,
            fields: registrationFields(registering),
          },
        ];
  const choosing = postings.length === 0 ? [] : [postingsSection(postings, openDays, registering === null)];
  const identity = visitForm.sections.map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ name }) => name !== 'late_reason' || late)
      .map((field): Field => (field.name === 'late_reason' ? { ...field, required: true } : field)),
  }));
  return { ...visitForm, sections: [...registration, ...choosing, ...identity] };
}
