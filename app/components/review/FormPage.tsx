import type { ReactNode } from 'react';
import { type FormDefinition, fieldsOf, type TypedText } from '#app/forms/field.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame, type FormFrameProps } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { WhatHappens } from './DecisionAbout.tsx';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from './formAnswer.ts';

export type FormPageProps = Pick<FormFrameProps, 'idempotencyKey' | 'version' | 'submits' | 'cancel'> & {
  title: string;
  trail: readonly { to: string; label: string }[];
  /** What the form is about. */
  about: ReactNode;
  /** The form as this page shows it; it is read by the same catalogue. */
  form: FormDefinition;
  /** Texts to begin with, before anything was typed. */
  typed?: TypedText;
  answer: FormAnswer | undefined;
  happens: readonly string[];
  /** Inside the form, after its fields. */
  children?: ReactNode;
};

const nothingTyped: TypedText = {};

/** One small form, one page: what it is about, its fields, what follows, its buttons. */
export function FormPage(props: FormPageProps) {
  const { title, trail, about, form, typed = nothingTyped, answer, happens, children, ...frame } = props;
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={title} trail={trail} hasErrors={hasErrors(answer)} />
      <ErrorSummary {...summaryOf(form, answer)} />
      {about}
      <FormFrame {...frame}>
        {form.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? typed}
            messages={messages}
            fields={fieldsOf(form)}
          />
        ))}
        {children}
        <WhatHappens lines={happens} />
      </FormFrame>
    </>
  );
}
