import { type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ChangeRecord, type ChangeRecordProps } from './ChangeRecord.tsx';
import { changeTrail } from './trails.ts';

export type ChangeDecisionProps = ChangeRecordProps & {
  act: keyof typeof changesText.decisions;
  /** What is written with the decision. */
  form: FormDefinition;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** One decision about a change request, one page: what it is about, its small form, what follows, one button. */
export function ChangeDecision({ act, form, idempotencyKey, answer, ...shown }: ChangeDecisionProps) {
  const { request } = shown;
  const { title, submit, happens } = changesText.decisions[act];
  const trail = [
    ...changeTrail,
    { to: paths.staff.change(request.id), label: changeKindWords[request.kind] },
  ];
  const messages = messagesOf(form, answer);
  const back = { to: paths.staff.change(request.id), label: changesText.back };
  return (
    <>
      <PageTitle title={title} trail={trail} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <ChangeRecord {...shown} />
      {request.state === 'submitted' ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={request.version}
          submits={[{ label: submit, intent: 'decide', kind: act === 'reject' ? 'danger' : 'primary' }]}
          cancel={back}
        >
          {form.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={section}
              typed={answer?.typed ?? {}}
              messages={messages}
              fields={fieldsOf(form)}
            />
          ))}
          <WhatHappens lines={happens} />
        </FormFrame>
      ) : (
        <>
          <p>{changesText.notPossible}</p>
          <ButtonRow>
            <ButtonLink to={back.to}>{back.label}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
