import type { TypedText } from '#app/forms/field.ts';
import { ruleExampleForm } from '#app/forms/ruleExample.ts';
import { ruleExamplesText as text } from '#app/text/staff/ruleExamples.ts';
import { ruleTrialText } from '#app/text/staff/ruleTrial.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, hasErrors, messagesOf, summaryOf } from '../../review/formAnswer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import styles from '../Rules.module.css';
import { type ExplainedVerdict, VerdictExplained } from '../WhyPage.tsx';
import { type ExampleOffer, exampleChoices } from './exampleForm.ts';

export type RuleExamplePageProps = {
  id: string;
  ruleSet: string;
  title: string;
  version: number;
  at: number | 'new';
  offer: ExampleOffer;
  /** What the fields begin with. */
  typed: TypedText;
  idempotencyKey: string;
  answer: (FormAnswer & { judged: ExplainedVerdict | 'outside-calendar' | null }) | undefined;
};

/** One example of a draft: its case, what is expected of it, and on demand what the draft says of it. */
export function RuleExamplePage(props: RuleExamplePageProps) {
  const { id, ruleSet, title, version, at, offer, idempotencyKey, answer } = props;
  const form = ruleExampleForm(exampleChoices(ruleSet, offer), ruleTrialText.words);
  const messages = messagesOf(form, answer);
  const typed = answer?.typed ?? props.typed;
  const judged = answer?.judged ?? null;
  return (
    <>
      <PageTitle
        title={at === 'new' ? text.addTitle : text.editTitle}
        over={title}
        hasErrors={hasErrors(answer)}
      />
      <ErrorSummary {...summaryOf(form, answer)} />
      <p className={styles.links}>
        <Link to={paths.staff.ruleExamples(id)}>{text.backToList}</Link>
        {at === 'new' ? null : (
          <Link to={paths.staff.ruleExample(id, 'new', { copy: String(at) })}>{text.copy}</Link>
        )}
      </p>
      {judged === 'outside-calendar' ? <Banner kind="error" title={ruleTrialText.outsideCalendar} /> : null}
      {judged === null || judged === 'outside-calendar' ? null : (
        <section className={styles.section}>
          <h2>{text.judgedTitle}</h2>
          <p>{text.judgedLead}</p>
          <VerdictExplained {...judged} />
        </section>
      )}
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        withFile
        submits={[
          { label: text.save, intent: 'save' },
          { label: text.judge, intent: 'judge' },
          ...(at === 'new' ? [] : [{ label: text.remove, intent: 'remove', kind: 'danger' as const }]),
        ]}
        cancel={{ to: paths.staff.ruleExamples(id), label: text.backToList }}
      >
        {form.sections.map((section) => (
          // What was judged fills fields that the browser has drawn before.
          <FieldSet
            key={`${section.id} ${judged === null ? '' : 'judged'}`}
            section={section}
            typed={typed}
            messages={messages}
          />
        ))}
      </FormFrame>
    </>
  );
}
