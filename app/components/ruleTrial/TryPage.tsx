import type { FormDefinition, TypedText } from '#app/forms/field.ts';
import { type TriedFact, trialForm } from '#app/forms/ruleTrial.ts';
import { ruleExamplesText } from '#app/text/staff/ruleExamples.ts';
import { ruleTrialText as text } from '#app/text/staff/ruleTrial.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import compared from '../backTest/BackTest.module.css';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import styles from '../rule/Rules.module.css';
import { type ExplainedVerdict, VerdictExplained } from '../rule/WhyPage.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonRow, SubmitButton } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldInput } from '../ui/FieldInput.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';

export type TryPageProps = {
  ruleSet: { id: string; title: string };
  facts: readonly TriedFact[];
  examples: readonly { id: string; title: string }[];
  /** Versions to compare with, by the value of the form. */
  versions: readonly { value: string; label: string }[];
  /** What was asked for in the address. */
  asked: { example: string; posting: string; second: string; change: string };
  /** The number of a posting that has no verdict of this rule set within reach. */
  postingUnknown: boolean;
  /** The case as the address says it, where it may become an example of the drafted change. */
  addExample: string | null;
  typed: TypedText;
  answer: FormAnswer | undefined;
  outsideCalendar: boolean;
  result: readonly ExplainedVerdict[] | null;
};

/** The form of the page. */
export const tryForm = (facts: readonly TriedFact[]): FormDefinition => trialForm(facts, text.words);

/** 事案で試す: facts in, the verdicts of two versions side by side. Everything stands in the address. */
export function TryPage(props: TryPageProps) {
  const { ruleSet, facts, examples, versions, asked, typed, answer, result } = props;
  const form = tryForm(facts);
  const messages = messagesOf(form, answer);
  const page = paths.staff.ruleTry(ruleSet.id);
  const outcomes = new Set((result ?? []).map(({ verdict }) => verdict.outcome));
  return (
    <>
      <PageTitle title={text.title} over={ruleSet.title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <p>{text.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleSet(ruleSet.id)}>{text.back}</Link>
      </p>
      {result === null ? null : (
        <section className={styles.section}>
          <h2>{text.resultTitle}</h2>
          {result.length < 2 ? null : (
            <Banner
              kind={outcomes.size > 1 ? 'warning' : 'info'}
              title={outcomes.size > 1 ? text.differs : text.same}
            />
          )}
          <div className={compared.beside}>
            {result.map((one) => (
              <VerdictExplained key={one.id} {...one} />
            ))}
          </div>
          {props.addExample === null ? null : (
            <p className={styles.links}>
              <Link to={`${paths.staff.ruleExample(asked.change, 'new')}${props.addExample}`}>
                {ruleExamplesText.fromTrial}
              </Link>
            </p>
          )}
        </section>
      )}
      {props.outsideCalendar ? <Banner kind="error" title={text.outsideCalendar} /> : null}
      <section className={styles.section}>
        <h2>{text.fillTitle}</h2>
        <p>{text.fillLead}</p>
        <SearchForm action={page} label={text.fillTitle} className={styles.section}>
          <Kept asked={asked} />
          <FieldInput
            key={asked.example}
            field={{
              name: 'example',
              label: text.example,
              kind: 'choice',
              // A native list, however few there are: their titles are sentences.
              choices: examples.map(({ id, title }) => ({ value: id, label: title })),
            }}
            typed={asked.example}
          />
          <FieldInput
            field={{ name: 'posting', label: text.posting, kind: 'text', maxLength: 20 }}
            typed={asked.posting}
            messages={props.postingUnknown ? [{ field: 'posting', message: text.postingUnknown }] : []}
          />
          <ButtonRow>
            <SubmitButton kind="secondary">{text.fill}</SubmitButton>
          </ButtonRow>
        </SearchForm>
      </section>
      <SearchForm action={page} label={text.caseTitle} className={styles.section}>
        <input type="hidden" name="judge" value="1" />
        {asked.change === '' ? null : <input type="hidden" name="change" value={asked.change} />}
        {form.sections.map((section) => (
          <FieldSet
            key={`${section.id} ${asked.example} ${asked.posting}`}
            section={section}
            typed={typed}
            messages={messages}
          >
            {asked.change !== '' || versions.length < 2 ? null : (
              <FieldInput
                field={{
                  name: 'second',
                  label: text.versionsLabel,
                  kind: 'choice',
                  required: true,
                  choices: versions,
                }}
                typed={asked.second}
              />
            )}
          </FieldSet>
        ))}
        <ButtonRow>
          <SubmitButton>{text.judge}</SubmitButton>
        </ButtonRow>
      </SearchForm>
    </>
  );
}

/** What the address says beside the case. */
function Kept({ asked: { second, change } }: Pick<TryPageProps, 'asked'>) {
  return (
    <>
      <input type="hidden" name="second" value={second} />
      {change === '' ? null : <input type="hidden" name="change" value={change} />}
    </>
  );
}
