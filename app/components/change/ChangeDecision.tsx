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
import { Differences } from './Differences.tsx';
import { type EstablishmentChange, EstablishmentNotes } from './EstablishmentNotes.tsx';
import { establishmentVersion } from './shown.ts';
import { changeTrail } from './trails.ts';

export type ChangeDecisionProps = ChangeRecordProps & {
  act: keyof typeof changesText.decisions;
  /** What is written with the decision. */
  form: FormDefinition;
  idempotencyKey: string;
  /** 事業所情報の変更 against what is registered now; null for what is asked about a posting. */
  change: EstablishmentChange | null;
  answer: FormAnswer | undefined;
};

/** One decision about a change request, one page: what it is about, its small form, what follows, one button. */
export function ChangeDecision({ act, form, idempotencyKey, change, answer, ...shown }: ChangeDecisionProps) {
  const { request } = shown;
  const { title, submit, happens, happensToEstablishment } = changesText.decisions[act];
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
      {change === null ? null : (
        <>
          {act === 'accept' ? <EstablishmentNotes {...change} /> : null}
          <Differences steps={change.steps} />
        </>
      )}
      {request.state === 'submitted' ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={request.version}
          hidden={change === null ? {} : { [establishmentVersion]: String(change.establishmentVersion) }}
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
          <WhatHappens lines={change === null ? happens : happensToEstablishment} />
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
