import { noteForms } from '#app/forms/reviewDesk.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { type ShownSubject, SubjectAbout, subjectCancel, subjectTrail } from '../review/SubjectAbout.tsx';

export type NotePageProps = {
  subject: ShownSubject;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** メモ of a posting, or of its establishment, or of an establishment alone. */
export function NotePage({ subject, idempotencyKey, answer }: NotePageProps) {
  const ofPosting = subject.posting !== null;
  return (
    <FormPage
      title={noteText.title}
      trail={subjectTrail(subject)}
      about={<SubjectAbout subject={subject} />}
      form={ofPosting ? noteForms.posting : noteForms.establishment}
      typed={ofPosting ? { about: 'posting' } : {}}
      answer={answer}
      idempotencyKey={idempotencyKey}
      submits={[{ label: noteText.submit, intent: 'add' }]}
      cancel={subjectCancel(subject)}
      happens={noteText.happens}
    />
  );
}
