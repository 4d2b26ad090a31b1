import { FieldInput } from '#app/components/ui/FieldInput.tsx';
import { FieldSet, type FieldSetProps } from '#app/components/ui/FieldSet.tsx';
import { readFields } from '#app/forms/read.ts';
import type { AddressFields, AddressSearch } from './candidate.ts';
import { ZipLookup } from './ZipLookup.tsx';

/** A section with an address in it: 住所を検索 stands right under its postal code. */
export function AddressFieldSet({
  address,
  answer,
  ...props
}: FieldSetProps & { address: AddressFields; answer?: AddressSearch | null }) {
  const { section, typed = {}, known = {}, conversions = [], messages } = props;
  const end = section.fields.findIndex((field) => field.name === address.postal) + 1;
  const values = { ...known, ...readFields(section.fields, typed, known).values };
  return (
    <FieldSet
      {...props}
      section={{ ...section, fields: section.fields.slice(0, end) }}
      fields={section.fields}
    >
      <ZipLookup fields={address} answer={answer} />
      {section.fields.slice(end).map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          typed={typed[field.name]}
          messages={messages}
          conversion={conversions.find((one) => one.field === field.name)}
          values={values}
          fields={section.fields}
        />
      ))}
    </FieldSet>
  );
}
