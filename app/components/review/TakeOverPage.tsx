import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { takeOverForm } from '#app/forms/review.ts';
import { timeOfInstant } from '#app/text/format.ts';
import { holderText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm, NotPossible } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type TakeOverPageProps = DecisionAboutProps & {
  posting: { version: number };
  holder: (ReviewHolder & { staffId: string }) | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 引継ぎ: who is reviewing the posting, and why somebody else goes on. */
export function TakeOverPage({ posting, establishment, holder, idempotencyKey, answer }: TakeOverPageProps) {
  const about = { posting, establishment, title: holderText.takeOverTitle };
  if (holder === null || holder.own)
    return <NotPossible {...about} why={holderText.nobodyElse} instead={null} />;
  return (
    <DecisionForm
      {...about}
      form={takeOverForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: holderText.takeOver }}
      happens={holderText.takeOverHappens}
      before={<p>{holderText.other(holder.name, timeOfInstant(holder.begunAt))}</p>}
    >
      <input type="hidden" name="held_by" value={holder.staffId} />
    </DecisionForm>
  );
}
