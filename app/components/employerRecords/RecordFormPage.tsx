import type { FormDefinition, TypedText } from '#app/forms/field.ts';
import { employerRecordsText as text } from '#app/text/staff/employerRecords.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { type DefinitionRow, DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export type RecordFormPageProps = {
  act: keyof typeof text.happens;
  title: string;
  submit: string;
  establishment: { id: string; name: string };
  /** What it is about, to read. */
  about?: { caption: string; rows: readonly DefinitionRow[] };
  form: FormDefinition;
  typed?: TypedText;
  version?: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** One act on 申出 or 求人不受理期間: what it is about, its small form, what follows, one button. */
export function RecordFormPage(props: RecordFormPageProps) {
  const {
    act,
    title,
    submit,
    establishment,
    about,
    form,
    typed = {},
    version,
    idempotencyKey,
    answer,
  } = props;
  const back = { to: paths.staff.employerRecords(establishment.id), label: text.title };
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle
        title={title}
        trail={[
          { to: paths.staff.establishments(), label: searchText.title },
          { to: paths.staff.establishment(establishment.id), label: establishment.name },
          back,
        ]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(form, answer)} />
      {about === undefined ? null : <DefinitionTable {...about} />}
      <FormFrame
        idempotencyKey={idempotencyKey}
        {...(version === undefined ? {} : { version })}
        submits={[{ label: submit, intent: act }]}
        cancel={back}
      >
        {form.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={answer?.typed ?? typed} messages={messages} />
        ))}
        <WhatHappens lines={text.happens[act]} />
      </FormFrame>
    </>
  );
}
