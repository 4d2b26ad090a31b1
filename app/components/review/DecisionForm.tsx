import type { ReactNode } from 'react';
import { type FormDefinition, fieldsOf, type TypedText } from '#app/forms/field.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { DecisionAbout, type DecisionAboutProps, WhatHappens } from './DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from './formAnswer.ts';

export type DecisionFormProps = DecisionAboutProps & {
  title: string;
  /** The form as this page shows it; it is read by the same catalogue. */
  form: FormDefinition;
  /** Texts to begin with, before anything was typed. */
  typed?: TypedText;
  answer: FormAnswer | undefined;
  idempotencyKey: string;
  version: number;
  submit: { label: string; danger?: boolean };
  happens: readonly string[];
  /** Between what the decision is about and the form. */
  before?: ReactNode;
  /** Inside the form, after its fields. */
  children?: ReactNode;
};

const nothingTyped: TypedText = {};

/** One decision, one page: what it is about, its small form, what follows, one button. */
export function DecisionForm({
  posting,
  establishment,
  title,
  form,
  typed = nothingTyped,
  answer,
  idempotencyKey,
  version,
  submit,
  happens,
  before,
  children,
}: DecisionFormProps) {
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <DecisionAbout posting={posting} establishment={establishment} />
      {before}
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        submits={[{ label: submit.label, intent: 'decide', kind: submit.danger ? 'danger' : 'primary' }]}
        cancel={{ to: paths.staff.review(posting.id), label: decisionText.back }}
      >
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

/** Where a decision is not possible (any more): which posting, why not, and the way back. */
export function NotPossible({
  title,
  why,
  children,
  ...about
}: DecisionAboutProps & { title: string; why: string; children?: ReactNode }) {
  return (
    <>
      <PageTitle title={title} />
      <DecisionAbout {...about} />
      <p>{why}</p>
      {children}
    </>
  );
}
