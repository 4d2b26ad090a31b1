import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { askHandOverForm } from '#app/forms/reviewDesk.ts';
import { timeOfInstant } from '#app/text/format.ts';
import { holderText } from '#app/text/staff/review.ts';
import { handOverText } from '#app/text/staff/reviewDesk.ts';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm, NotPossible } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type AskHandOverPageProps = DecisionAboutProps & {
  posting: { version: number };
  holder: (ReviewHolder & { staffId: string }) | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 引継ぎの依頼: whom it goes to, and why. */
export function AskHandOverPage(props: AskHandOverPageProps) {
  const { posting, establishment, holder, idempotencyKey, answer } = props;
  const about = { posting, establishment, title: handOverText.title };
  if (holder === null || holder.own)
    return <NotPossible {...about} why={holderText.nobodyElse} instead={null} />;
  return (
    <DecisionForm
      {...about}
      form={askHandOverForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: handOverText.submit }}
      happens={handOverText.happens}
      before={<p>{holderText.other(holder.name, timeOfInstant(holder.begunAt))}</p>}
    >
      <input type="hidden" name="held_by" value={holder.staffId} />
    </DecisionForm>
  );
}
