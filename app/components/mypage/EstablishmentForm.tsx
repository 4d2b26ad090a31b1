import { AddressFieldSet } from '#app/components/address/AddressFieldSet.tsx';
import type { AddressSearch } from '#app/components/address/candidate.ts';
import { DefaultSubmit } from '#app/components/address/DefaultSubmit.tsx';
import { type FormAnswer, summaryOf } from '#app/components/review/formAnswer.ts';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Conversion, FormDefinition, TypedText } from '#app/forms/field.ts';
import { common } from '#app/text/common.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { establishmentAddress } from './establishmentFields.ts';

export type EstablishmentFormProps = {
  /** The provisional form with the choice of the office in front (`withOfficeChoice`). */
  form: FormDefinition;
  /** Entered before and not yet completed at the counter. */
  correcting: boolean;
  typed: TypedText;
  version: number;
  idempotencyKey: string;
  answer?: (FormAnswer & { conversions?: readonly Conversion[] }) | undefined;
  addressSearch?: AddressSearch | null;
};

/** 事業所の仮登録 by an employer who opened the account online (leaflet ※②). */
export function EstablishmentForm({
  form,
  correcting,
  typed,
  version,
  idempotencyKey,
  answer,
  addressSearch,
}: EstablishmentFormProps) {
  const summary = summaryOf(form, answer);
  const text = establishmentText;
  return (
    <>
      <PageTitle
        title={correcting ? text.title.correct : text.title.enter}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summary} />
      <p>{correcting ? text.correctLead : text.enterLead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        submits={[{ label: text.save, intent: 'save' }]}
        cancel={{ to: paths.mypage.home(), label: common.cancel }}
      >
        <DefaultSubmit intent="save" />
        {form.sections.map((section) => {
          const shared = { section, typed, messages: summary.messages, conversions: answer?.conversions };
          return section.id === 'location' ? (
            <AddressFieldSet
              key={section.id}
              {...shared}
              address={establishmentAddress}
              answer={addressSearch}
            />
          ) : (
            <FieldSet key={section.id} {...shared} />
          );
        })}
      </FormFrame>
    </>
  );
}
