import type { ReactNode } from 'react';
import { type FormDefinition, fieldsOf, type TypedText } from '#app/forms/field.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { actTargets, type Impossible } from './acts.ts';
import { DecisionAbout, type DecisionAboutProps, WhatHappens } from './DecisionAbout.tsx';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from './formAnswer.ts';

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
      <PageTitle title={title} trail={reviewTrail(posting)} hasErrors={hasErrors(answer)} />
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

/** Above a decision: the queue and the posting it is about. */
const reviewTrail = ({ id, jobTitle }: DecisionAboutProps['posting']) => [
  { to: paths.staff.reviews(), label: reviewText.trail },
  { to: paths.staff.review(id), label: jobTitle ?? reviewText.untitled },
];

export type NotPossibleProps = DecisionAboutProps & {
  title: string;
  why: string;
  /** What can be done instead: a page of its own. */
  instead: { to: string; label: string } | null;
};

/** Where a decision is not possible (any more): which posting, why not, what is, and the way back. */
export function NotPossible({ title, why, instead, ...about }: NotPossibleProps) {
  const { id } = about.posting;
  return (
    <>
      <PageTitle title={title} trail={reviewTrail(about.posting)} />
      <DecisionAbout {...about} />
      <p>{why}</p>
      <ButtonRow>
        {instead === null ? null : (
          <ButtonLink to={instead.to} kind="primary">
            {instead.label}
          </ButtonLink>
        )}
        <ButtonLink to={paths.staff.review(id)}>{decisionText.back}</ButtonLink>
      </ButtonRow>
    </>
  );
}

/** A decision as long as it is possible, else why it is not. */
export function Decision({
  title,
  impossible,
  about,
  children,
}: {
  title: string;
  impossible: Impossible | null;
  about: DecisionAboutProps;
  children: ReactNode;
}) {
  if (impossible === null) return children;
  const { why, instead } = impossible;
  const to =
    instead === null
      ? null
      : {
          to: actTargets[instead].to(about.posting.id),
          label: decisionText.instead(reviewText.acts[instead]),
        };
  return <NotPossible {...about} title={title} why={why} instead={to} />;
}
