import type { ReactNode } from 'react';
import type { Conversion, Field, FormValues, Section, TypedText } from '#app/forms/field.ts';
import { FieldInput } from './FieldInput.tsx';
import styles from './FieldSet.module.css';
import type { FieldMessage } from './fieldMessages.ts';

export type FieldSetProps = {
  section: Section;
  /** What was typed or is stored, field by field (`typedTextOf` of app/forms/read.ts). */
  typed?: TypedText;
  messages?: readonly FieldMessage[];
  conversions?: readonly Conversion[];
  /** Values of fields outside this section, which conditions may look at. */
  known?: FormValues;
  /** All fields of the form, for naming those that conditions look at; the section's own by default. */
  fields?: readonly Field[];
  /** The title of the page says the same: the legend is only for screen readers. */
  titleHidden?: boolean;
  /** Anything that belongs under the fields: candidates of a postal code, a link. */
  children?: ReactNode;
};

const noText: TypedText = {};
const noConversions: readonly Conversion[] = [];

/** A section of a catalogue: its fields under one legend, in order. */
export function FieldSet({
  section,
  typed = noText,
  messages,
  conversions = noConversions,
  known,
  fields = section.fields,
  titleHidden = false,
  children,
}: FieldSetProps) {
  const values = { ...known, ...typedValues(fields, typed) };
  return (
    <fieldset className={styles.section}>
      <legend className={titleHidden ? 'visually-hidden' : styles.legend}>
        <h2>{section.title}</h2>
      </legend>
      {section.help === undefined ? null : <p className={styles.help}>{section.help}</p>}
      {section.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          typed={typed[field.name]}
          messages={messages}
          conversion={conversions.find((one) => one.field === field.name)}
          values={values}
          fields={fields}
        />
      ))}
      {children}
    </fieldset>
  );
}

/** Typed text as conditions see it: a tick box is true or false. */
function typedValues(fields: readonly Field[], typed: TypedText): FormValues {
  const present = fields.filter((field) => typed[field.name] !== undefined);
  return Object.fromEntries(
    present.map((field) => {
      const text = typed[field.name] ?? '';
      return [field.name, field.kind === 'confirm' ? text === 'on' : text];
    }),
  );
}
