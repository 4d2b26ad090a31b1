import type { CalendarDate } from '#app/domain/calendar.ts';
import { otherVisitForm } from '#app/forms/visit.ts';
import { visitDeskText as text, visitsText } from '#app/text/staff/visits.ts';
import { paths } from '#app/web/paths.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';

export type OtherVisitPageProps = {
  establishment: { id: string; name: string };
  today: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 来庁の記録 of a visit that registers nothing. */
export function OtherVisitPage({ establishment, today, idempotencyKey, answer }: OtherVisitPageProps) {
  const desk = paths.staff.visit(establishment.id);
  return (
    <FormPage
      title={text.otherTitle}
      trail={[
        { to: paths.staff.visits(), label: visitsText.title },
        { to: desk, label: establishment.name },
      ]}
      about={null}
      form={otherVisitForm}
      typed={{ visited_on: today }}
      answer={answer}
      idempotencyKey={idempotencyKey}
      submits={[{ label: text.otherSubmit, intent: 'record' }]}
      cancel={{ to: desk, label: text.back }}
      happens={text.otherHappens}
    />
  );
}
