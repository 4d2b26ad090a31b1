import type { CalendarDate } from '#app/domain/calendar.ts';
import { type Field, fieldsOf } from '#app/forms/field.ts';
import { releaseForm } from '#app/forms/restriction.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { RestrictionRecord, type RestrictionRecordProps } from './RestrictionRecord.tsx';
import { restrictionTrail } from './trails.ts';

export type ReleasePageProps = RestrictionRecordProps & {
  /** The latest day that can be promised. */
  promiseBy: CalendarDate;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const text = restrictionsText;

/** 利用制限の解除: what is still missing, the record of the talk, what follows. */
export function ReleasePage({ promiseBy, idempotencyKey, answer, ...shown }: ReleasePageProps) {
  const { restriction, establishment } = shown;
  const back = { to: paths.staff.restriction(restriction.id), label: text.back };
  const messages = messagesOf(releaseForm, answer);
  return (
    <>
      <PageTitle
        title={text.releaseTitle}
        trail={[...restrictionTrail, { to: back.to, label: establishment.name }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(releaseForm, answer)} />
      <RestrictionRecord {...shown} />
      {restriction.released === null ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: text.submit, intent: 'release' }]}
          cancel={back}
        >
          {releaseForm.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={{ ...section, fields: section.fields.map((field) => withLastDay(field, promiseBy)) }}
              typed={answer?.typed ?? {}}
              messages={messages}
              fields={fieldsOf(releaseForm)}
            />
          ))}
          <WhatHappens lines={text.happens} />
        </FormFrame>
      ) : (
        <>
          <p>{text.alreadyReleased}</p>
          <ButtonRow>
            <ButtonLink to={back.to}>{back.label}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}

/** The day that can be promised at the latest is a parameter of the rules. */
const withLastDay = (field: Field, last: CalendarDate): Field =>
  field.name === 'promised_on' ? { ...field, help: `${field.help}${text.promiseBy(last)}` } : field;
