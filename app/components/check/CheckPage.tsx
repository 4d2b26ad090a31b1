import type { CalendarDate } from '#app/domain/calendar.ts';
import { checkForms } from '#app/forms/reviewDesk.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { type ShownSubject, SubjectAbout, subjectCancel, subjectTrail } from '../review/SubjectAbout.tsx';

export type CheckPageProps = {
  subject: ShownSubject;
  /** The day that is proposed. */
  dueOn: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 確認を追加: what is to be looked at, and by when. */
export function CheckPage({ subject, dueOn, idempotencyKey, answer }: CheckPageProps) {
  const ofPosting = subject.posting !== null;
  return (
    <FormPage
      title={checkText.title}
      trail={subjectTrail(subject)}
      about={<SubjectAbout subject={subject} />}
      form={ofPosting ? checkForms.posting : checkForms.establishment}
      typed={{ ...(ofPosting ? { about: 'posting' } : {}), due_on: dueOn }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      submits={[{ label: checkText.submit, intent: 'add' }]}
      cancel={subjectCancel(subject)}
      happens={checkText.happens}
    />
  );
}
