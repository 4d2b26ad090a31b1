import type { BackTestRange, BackTestState } from '#app/domain/backTest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { backTestForm, draftTextField, type TriedParameters } from '#app/forms/backTest.ts';
import type { FormDefinition, TypedText } from '#app/forms/field.ts';
import { shortInstant } from '#app/text/format.ts';
import { backTestsText as text } from '#app/text/staff/backTests.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import styles from '../rule/Rules.module.css';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldInput } from '../ui/FieldInput.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';

export type EarlierBackTest = {
  id: string;
  startedAt: Instant;
  startedBy: string;
  range: BackTestRange;
  state: BackTestState;
};

export type StartPageProps = {
  ruleSet: { id: string; title: string };
  /** The change that is tried instead of values of parameters. */
  change: string | null;
  parameters: TriedParameters;
  typed: TypedText;
  earlier: readonly EarlierBackTest[];
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** The form of the start page. */
export const startForm = (parameters: TriedParameters): FormDefinition =>
  backTestForm({ range: text.rangeTitle, draft: text.draftTitle, help: text.draftHelp }, parameters);

const draftText = draftTextField(text.draftText, text.draftTextHelp);

const columns: readonly Column<EarlierBackTest>[] = [
  {
    key: 'at',
    label: text.columns.at,
    heading: true,
    cell: ({ id, startedAt }) => <Link to={paths.staff.backTest(id)}>{shortInstant(startedAt)}</Link>,
  },
  { key: 'by', label: text.columns.by, cell: ({ startedBy }) => startedBy },
  { key: 'range', label: text.columns.range, cell: ({ range }) => text.range(range) },
  { key: 'state', label: text.columns.state, cell: ({ state }) => text.states[state] },
];

/** 過去の判定で試す: which decisions, with which values. */
export function StartPage(props: StartPageProps) {
  const { ruleSet, change, parameters, typed, earlier, idempotencyKey, answer } = props;
  const form = startForm(parameters);
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={text.startTitle} over={ruleSet.title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <p>{text.startLead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: text.start, intent: 'start' }]}
        cancel={{ to: paths.staff.ruleSet(ruleSet.id), label: text.back }}
      >
        {form.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={typed} messages={messages} />
        ))}
        {change === null ? (
          <details open={Boolean(typed[draftText.name])}>
            <summary>{text.draftText}</summary>
            <FieldInput field={draftText} typed={typed[draftText.name] ?? ''} />
          </details>
        ) : (
          <p>{text.startWithChange}</p>
        )}
      </FormFrame>
      <section className={styles.section}>
        <h2>{text.earlierTitle}</h2>
        <PlainTable
          caption={text.earlierTitle}
          captionHidden
          columns={columns}
          rows={earlier}
          rowKey={({ id }) => id}
          empty={<p>{text.earlierEmpty}</p>}
        />
      </section>
    </>
  );
}
