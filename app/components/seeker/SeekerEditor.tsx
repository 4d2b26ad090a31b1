import type { Conversion, FormDefinition, TypedText } from '#app/forms/field.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { seekerTrail } from './trails.ts';

export type SeekerEditorProps = {
  title: string;
  lead?: string;
  form: FormDefinition;
  typed: TypedText;
  version?: number;
  idempotencyKey: string;
  answer: (FormAnswer & { conversions?: readonly Conversion[] }) | undefined;
  submit: string;
  cancel: { to: string; label: string };
};

/** The form of a job seeker: new, or as registered. */
export function SeekerEditor(props: SeekerEditorProps) {
  const { title, lead, form, typed, version, idempotencyKey, answer, submit, cancel } = props;
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={title} trail={seekerTrail} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      {lead === undefined ? null : <p>{lead}</p>}
      <FormFrame
        idempotencyKey={idempotencyKey}
        {...(version === undefined ? {} : { version })}
        submits={[{ label: submit, intent: 'save' }]}
        cancel={cancel}
      >
        {form.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? typed}
            messages={messages}
            conversions={answer?.conversions ?? []}
          />
        ))}
      </FormFrame>
    </>
  );
}
