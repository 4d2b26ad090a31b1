import { officeForm } from '#app/forms/office.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { hasErrors, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { ShownOffice } from './OfficesPage.tsx';

export type OfficeCorrectionPageProps = {
  own: ShownOffice;
  /** What is registered now, as the act compares it. */
  shown: string;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const text = officeText.data;

/** 安定所の情報の訂正 */
export function OfficeCorrectionPage({ own, shown, idempotencyKey, answer }: OfficeCorrectionPageProps) {
  const typed = answer?.typed ?? {
    office_name: own.name,
    office_phone: own.phone,
    office_postal: own.postal,
    office_address: own.address,
  };
  return (
    <>
      <PageTitle
        title={text.correctTitle}
        trail={[{ to: paths.staff.offices(), label: text.title }]}
        hasErrors={hasErrors(answer)}
      />
      <ErrorSummary {...summaryOf(officeForm, answer)} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        hidden={{ shown }}
        submits={[{ label: text.submit, intent: 'correct' }]}
        cancel={{ to: paths.staff.offices(), label: text.back }}
      >
        {officeForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={typed}
            messages={messagesOf(officeForm, answer)}
            titleHidden
          />
        ))}
        <WhatHappens lines={text.happens} />
      </FormFrame>
    </>
  );
}
