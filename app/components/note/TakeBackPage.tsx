import { longInstant } from '#app/text/format.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { refusalSentence } from '../mypage/refusal.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { type ShownSubject, SubjectAbout, subjectCancel, subjectTrail } from '../review/SubjectAbout.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { NoteWords, type ShownNote } from './NoteList.tsx';

export type TakeBackPageProps = {
  note: ShownNote & ShownSubject;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** メモの取消し: the note, and that it stays struck out. */
export function TakeBackPage({ note, idempotencyKey, answer }: TakeBackPageProps) {
  const cancel = subjectCancel(note);
  const why = note.takenBackAt !== null ? noteText.takenBackBefore : note.own ? null : noteText.notYours;
  return (
    <>
      <PageTitle title={noteText.takeBackTitle} trail={subjectTrail(note)} hasErrors={answer !== undefined} />
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <SubjectAbout subject={note} />
      <DefinitionTable
        caption={noteText.text}
        rows={[{ label: `${note.by}　${longInstant(note.writtenAt)}`, value: <NoteWords note={note} /> }]}
      />
      {why === null ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: noteText.takeBack, intent: 'take-back' }]}
          cancel={cancel}
        >
          <WhatHappens lines={noteText.takeBackHappens} />
        </FormFrame>
      ) : (
        <>
          <p>{why}</p>
          <ButtonRow>
            <ButtonLink to={cancel.to}>{cancel.label}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
