import type { ReactNode } from 'react';
import type { DuplicateMatch } from '#app/domain/establishment.ts';
import { establishmentForm, overrideReason } from '#app/forms/establishment.ts';
import {
  type Conversion,
  type FormDefinition,
  fieldsOf,
  type Section,
  type TypedText,
} from '#app/forms/field.ts';
import { AddressFieldSet } from '../address/AddressFieldSet.tsx';
import type { AddressFields, AddressSearch } from '../address/candidate.ts';
import { DefaultSubmit } from '../address/DefaultSubmit.tsx';
import { type FormAnswer, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { Address } from './address.ts';
import { DuplicateList } from './DuplicateList.tsx';

/** A record that may be the same establishment. */
export type Duplicate = {
  id: string;
  number: string | null;
  corporateNumber: string | null;
  name: string;
  phone: string;
  address: Address;
  officeName: string;
  ownOffice: boolean;
  matched: DuplicateMatch['matched'];
};

export type EditorAnswer = FormAnswer & {
  conversions?: readonly Conversion[];
  duplicates?: readonly Duplicate[];
};

export type EstablishmentEditorProps = {
  title: string;
  lead: string;
  submit: string;
  form?: FormDefinition;
  /** What to know before it is filled in. */
  notice?: ReactNode;
  typed: TypedText;
  version?: number;
  idempotencyKey: string;
  answer: EditorAnswer | undefined;
  addressSearch: AddressSearch | null;
  cancel: { to: string; label: string };
  /** The pages above this one. */
  trail: readonly { to: string; label: string }[];
};

export const establishmentAddress: AddressFields = {
  postal: 'postal',
  prefecture: 'prefecture',
  city: 'city',
  street: 'street',
};

/** The reason for keeping a number whose check digit does not fit is asked for once it does not. */
function sectionsFor(
  { sections }: FormDefinition,
  typed: TypedText,
  answer: EditorAnswer | undefined,
): readonly Section[] {
  const asked =
    (typed[overrideReason] ?? '') !== '' ||
    answer?.errors.some(({ code }) => code === 'check-digit') === true;
  if (asked) return sections;
  return sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ name }) => name !== overrideReason),
  }));
}

/** 事業所登録, 本登録 and 訂正: the whole form of the counter, with the records it may repeat shown before it is saved. */
export function EstablishmentEditor({
  title,
  lead,
  submit,
  form = establishmentForm,
  notice,
  typed,
  version,
  idempotencyKey,
  answer,
  addressSearch,
  cancel,
  trail,
}: EstablishmentEditorProps) {
  const summary = summaryOf(form, answer);
  const duplicates = answer?.duplicates ?? [];
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
        {duplicates.length === 0 ? null : <DuplicateList duplicates={duplicates} />}
        {sectionsFor(form, typed, answer).map((section) => {
          const shared = {
            section,
            typed,
            messages: summary.messages,
            conversions: answer?.conversions,
            fields: fieldsOf(form),
          };
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
