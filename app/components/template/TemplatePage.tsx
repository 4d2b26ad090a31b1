import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { reasonTemplateForm } from '#app/forms/reasonTemplate.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { templateIntents } from './templates.ts';

export type TemplatePageProps = {
  /** Null for a new one. */
  template: ReasonTemplate | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** A 定型文: its words, where it stands, whether it is offered. */
export function TemplatePage({ template, idempotencyKey, answer }: TemplatePageProps) {
  const fields = fieldsOf(reasonTemplateForm);
  const { kind, title, body, reasonCode, position } = template ?? {};
  const stored = { kind, title, body, reason_code: reasonCode, position };
  const known = Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, value ?? null]));
  const { save, retire, bringBack } = templateIntents;
  const other =
    template === null
      ? []
      : template.retiredAt === null
        ? [{ label: templatesText.saveRetired, intent: retire }]
        : [{ label: templatesText.saveBack, intent: bringBack }];
  return (
    <>
      <PageTitle
        title={template === null ? templatesText.addTitle : templatesText.editTitle}
        trail={[{ to: paths.staff.templates(), label: templatesText.title }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(reasonTemplateForm, answer)} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        {...(template === null ? {} : { version: template.version })}
        submits={[{ label: templatesText.save, intent: save }, ...other]}
        cancel={{ to: paths.staff.templates(), label: templatesText.back }}
      >
        {reasonTemplateForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? typedTextOf(fields, known)}
            messages={messagesOf(reasonTemplateForm, answer)}
          />
        ))}
      </FormFrame>
    </>
  );
}
