import { assistForm } from '#app/forms/assist.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export type BeginPageProps = {
  establishment: { id: string; name: string };
  minutes: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

export const assistIntents = { begin: 'begin', end: 'end' } as const;

/** 代行表示の開始: who is on the telephone and why, before anything is shown. */
export function BeginPage({ establishment, minutes, idempotencyKey, answer }: BeginPageProps) {
  const card = paths.staff.establishment(establishment.id);
  return (
    <>
      <PageTitle
        title={assistText.beginTitle(establishment.name)}
        trail={[{ to: card, label: establishment.name }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(assistForm, answer)} />
      <p>{assistText.lead(minutes)}</p>
      <p>{assistText.nothing}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: assistText.begin, intent: assistIntents.begin }]}
        cancel={{ to: card, label: assistText.back }}
      >
        {assistForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? {}}
            messages={messagesOf(assistForm, answer)}
          />
        ))}
      </FormFrame>
    </>
  );
}
