import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import { visitDemandForm } from '#app/forms/review.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from '../review/DecisionAbout.tsx';
import { DecisionForm } from '../review/DecisionForm.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';

export type VisitDemandPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** The due date there would be, or null. */
  dueDate: CalendarDate | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 来庁の依頼: why somebody has to come, and by when. */
export function VisitDemandPage(props: VisitDemandPageProps) {
  const { posting, establishment, dueDate, idempotencyKey, answer } = props;
  const text = decisionText.visitDemand;
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={visitDemandForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={dueDate === null ? [text.noDue] : text.happens(dayOfYear(dueDate))}
    />
  );
}
