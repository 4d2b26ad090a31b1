import type { ReactNode } from 'react';
import { type FormDefinition, fieldsOf, type TypedText } from '#app/forms/field.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle, type PageTitleProps } from '../ui/PageTitle.tsx';

export type AccountActPageProps = {
  words: { title: string; submit: string; happens: readonly string[] };
  trail: PageTitleProps['trail'];
  /** What it is about: an address, the establishment. */
  about: string;
  form: FormDefinition;
  version?: number;
  danger?: boolean;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
  /** What was typed before 訂正. */
  typed?: TypedText;
  back: { to: string; label: string };
  /** Why it cannot be done as things stand, instead of the form. */
  notNow?: string | null;
  children?: ReactNode;
};

/** One act of the counter on an account or a MyPage, one page: about whom, its small form, what follows, one button. */
export function AccountActPage(props: AccountActPageProps) {
  const { words, trail, about, form, version, danger, idempotencyKey } = props;
  const { answer, typed = {}, back, notNow, children } = props;
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={words.title} trail={trail} over={about} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      {children}
      {notNow ? (
        <>
          <p>{notNow}</p>
          <ButtonRow>
            <ButtonLink to={back.to}>{back.label}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          {...(version === undefined ? {} : { version })}
          submits={[{ label: words.submit, intent: 'act', kind: danger ? 'danger' : 'primary' }]}
          cancel={back}
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
          <WhatHappens lines={words.happens} />
        </FormFrame>
      )}
    </>
  );
}
