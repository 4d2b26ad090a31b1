import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from '../review/DecisionAbout.tsx';
import { DecisionForm } from '../review/DecisionForm.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { VerdictPanel } from '../ui/VerdictPanel.tsx';
import { POSTINGS, shownValue } from './shown.ts';
import { overdueOf, type SittingPosting, sittingForm } from './sittingForm.ts';
import { useTicks } from './useTicks.ts';

export type VisitPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** Why a visit is needed, as it was judged; null where no verdict is stored. */
  verdict: Verdict | null;
  awaiting: readonly SittingPosting[];
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

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
      form={sittingForm({ postings: awaiting, late: overdue !== null })}
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
