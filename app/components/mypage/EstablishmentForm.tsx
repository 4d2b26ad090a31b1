import type { ReactNode } from 'react';
import { AddressFieldSet } from '#app/components/address/AddressFieldSet.tsx';
import type { AddressSearch } from '#app/components/address/candidate.ts';
import { DefaultSubmit } from '#app/components/address/DefaultSubmit.tsx';
import { type FormAnswer, summaryOf } from '#app/components/review/formAnswer.ts';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Conversion, FormDefinition, TypedText } from '#app/forms/field.ts';
import { establishmentAddress } from './establishmentFields.ts';

export type EstablishmentFormProps = {
  title: string;
  lead: string;
  submit: string;
  form: FormDefinition;
  cancel: { to: string; label: string };
  trail?: readonly { to: string; label: string }[];
  /** What the office has answered to it before. */
  notice?: ReactNode;
  typed: TypedText;
  version: number;
  idempotencyKey: string;
  answer?: (FormAnswer & { conversions?: readonly Conversion[] }) | undefined;
  addressSearch?: AddressSearch | null;
};

/** 事業所情報 on one page: the 仮登録 by an employer who opened the account online (leaflet ※②), or a change asked for. */
export function EstablishmentForm({
  title,
  lead,
  submit,
  form,
  cancel,
  trail = [],
  notice,
  typed,
  version,
  idempotencyKey,
  answer,
  addressSearch,
}: EstablishmentFormProps) {
  const summary = summaryOf(form, answer);
  return (
    <>
      <PageTitle title={title} trail={trail} hasErrors={answer !== undefined} />
      <ErrorSummary {...summary} />
      {notice}
      <p>{lead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        submits={[{ label: submit, intent: 'save' }]}
        cancel={cancel}
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
