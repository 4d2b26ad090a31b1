import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { Field, FormDefinition } from '#app/forms/field.ts';
import { visitForm } from '#app/forms/review.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from '../review/DecisionAbout.tsx';
import { DecisionForm } from '../review/DecisionForm.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { VerdictPanel } from '../ui/VerdictPanel.tsx';
import { POSTINGS, shownValue } from './shown.ts';
import { useTicks } from './useTicks.ts';

/** A posting of the establishment that waits for the visit. */
export type AwaitingPosting = Pick<Posting, 'id' | 'jobTitle' | 'dueDate' | 'version'>;

export type VisitPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** Why a visit is needed, as it was judged; null where no verdict is stored. */
  verdict: Verdict | null;
  awaiting: readonly AwaitingPosting[];
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** The earliest due date that is over, or null. */
const overdueOf = (awaiting: readonly AwaitingPosting[], today: CalendarDate): CalendarDate | null =>
  awaiting
    .map(({ dueDate }) => dueDate)
    .filter((date) => date !== null && date < today)
    .toSorted()[0] ?? null;

/** The postings to tick, then the identity checklist; the reason for being late only where a due date is over. */
const formFor = (awaiting: readonly AwaitingPosting[], late: boolean): FormDefinition => ({
  ...visitForm,
  sections: [
    {
      id: POSTINGS,
      title: decisionText.visit.postings,
      help: decisionText.visit.postingsHelp,
      fields: [
        {
          name: POSTINGS,
          label: decisionText.visit.postings,
          kind: 'choices',
          required: true,
          choices: awaiting.map((posting) => ({
            value: shownValue(posting),
            label: posting.jobTitle ?? reviewText.untitled,
            help: posting.dueDate === null ? undefined : decisionText.visit.due(dayOfYear(posting.dueDate)),
          })),
        },
      ],
    },
    ...visitForm.sections.map((section) => ({
      ...section,
      fields: section.fields
        .filter(({ name }) => name !== 'late_reason' || late)
        .map((field): Field => (field.name === 'late_reason' ? { ...field, required: true } : field)),
    })),
  ],
});

/** 来庁・本登録: the employer is at the counter; identity is checked, and what waits for the visit goes to review. */
export function VisitPage(props: VisitPageProps) {
  const { posting, establishment, verdict, awaiting, today, idempotencyKey, answer } = props;
  useTicks();
  const text = decisionText.visit;
  const overdue = overdueOf(awaiting, today);
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={formFor(awaiting, overdue !== null)}
      typed={{ [POSTINGS]: awaiting.map(shownValue), visited_on: today }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={text.happens}
      before={
        <>
          {overdue === null ? null : <Banner kind="warning" title={text.overdue(dayOfYear(overdue))} />}
          {verdict === null ? null : <VerdictPanel verdict={verdict} title={text.why} reader="staff" />}
        </>
      }
    />
  );
}
