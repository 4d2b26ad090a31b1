import type { Posting } from '#app/domain/posting.ts';
import type { UndoRefusal } from '#app/domain/undo.ts';
import { undoForm } from '#app/forms/review.ts';
import { refusalText } from '#app/text/refusals.ts';
import { decisionText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm, NotPossible } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type UndoPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** Why this person cannot take the decision back; null when they can. */
  why: UndoRefusal | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 取消し: takes back the 受理 or the 差戻し, with a reason. */
export function UndoPage({ posting, establishment, why, idempotencyKey, answer }: UndoPageProps) {
  const text = decisionText.undo;
  const about = { posting, establishment, title: text.title };
  if (why !== null) return <NotPossible {...about} why={refusalText(why, {})} instead={null} />;
  return (
    <DecisionForm
      {...about}
      form={undoForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit, danger: true }}
      happens={text.happens}
    />
  );
}
