import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { holdForm } from '#app/forms/reviewDesk.ts';
import { holdText } from '#app/text/staff/reviewDesk.ts';
import { TemplatePicker } from '../template/TemplatePicker.tsx';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm, NotPossible } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type HoldPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  held: boolean;
  templates: readonly ReasonTemplate[];
  /** The day that is proposed. */
  until: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 保留: why the posting waits, and until when. */
export function HoldPage(props: HoldPageProps) {
  const { posting, establishment, held, templates, until, idempotencyKey, answer } = props;
  const about = { posting, establishment, title: holdText.title };
  if (held) return <NotPossible {...about} why={holdText.already} instead={null} />;
  return (
    <DecisionForm
      {...about}
      form={holdForm}
      typed={{ until }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: holdText.submit }}
      happens={holdText.happens}
    >
      <TemplatePicker templates={templates} field="reason" />
    </DecisionForm>
  );
}
