import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { FormDefinition } from '#app/forms/field.ts';
import { acceptanceForm } from '#app/forms/review.ts';
import { longDate } from '#app/text/format.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { checkCounts } from '../posting/ContentChecks.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { submitForm } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { ShownDraft } from './Draft.tsx';
import type { FormAnswer } from './formAnswer.ts';
import styles from './Review.module.css';

export type AcceptPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version' | 'content'>;
  /** The content checks, judged now. */
  checks: Verdict;
  today: CalendarDate;
  validUntil: CalendarDate;
  idempotencyKey: string;
  draft: ShownDraft;
  answer: FormAnswer | undefined;
};

/** The reason for accepting in spite of an error is asked for only when there is one, and then it is required. */
const formFor = (errors: number): FormDefinition => ({
  ...acceptanceForm,
  sections: acceptanceForm.sections.map((section) => ({
    ...section,
    fields: section.fields
      .filter((field) => field.name !== 'override_reason' || errors > 0)
      .map((field) =>
        field.name === 'override_reason' ? { ...field, required: true, help: undefined } : field,
      ),
  })),
});

/** 受理: what it means (number, validity, publication), what the checks found, one button. */
export function AcceptPage(props: AcceptPageProps) {
  const { posting, establishment, checks, today, validUntil, idempotencyKey, draft, answer } = props;
  const text = decisionText.accept;
  const { errors } = checkCounts(checks, 0);
  useCommands(commandsOf('accept', { submit: errors === 0 ? submitForm : undefined }));
  const scope = String(posting.content.publication_scope ?? '');
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={formFor(errors)}
      answer={answer}
      draft={draft}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={text.happens}
      before={
        <>
          <DefinitionTable
            caption={text.summary}
            rows={[
              { label: text.number, value: text.numberIssued },
              { label: text.valid, value: text.validUntil(longDate(today), longDate(validUntil)) },
              { label: text.publication, value: text.scopes[scope] },
            ]}
          />
          <Findings checks={checks} postingId={posting.id} />
        </>
      }
    />
  );
}

/** The findings a clerk takes upon themselves by accepting. */
function Findings({ checks, postingId }: { checks: Verdict; postingId: string }) {
  const text = decisionText.accept;
  const { errors, warnings } = checkCounts(checks, 0);
  if (errors + warnings === 0) return <p>{reviewText.allClear}</p>;
  return (
    <Banner kind={errors > 0 ? 'error' : 'warning'} title={text.checks}>
      {errors > 0 ? <p>{text.errors(errors)}</p> : null}
      {warnings > 0 ? <p>{text.warnings(warnings)}</p> : null}
      <ul className={styles.findings}>
        {checks.reasons.map(({ rule, severity = 'warning', message }) => (
          <li key={rule}>
            {reviewText.checkWords[severity]}：{message}
          </li>
        ))}
      </ul>
      {errors === 0 ? null : (
        <ButtonRow>
          <ButtonLink to={paths.staff.reviewReturn(postingId)}>{text.toReturn}</ButtonLink>
        </ButtonRow>
      )}
    </Banner>
  );
}
