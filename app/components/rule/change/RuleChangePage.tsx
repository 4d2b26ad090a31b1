import type { RuleChangeState } from '#app/domain/ruleChange.ts';
import type { BehaviourChange, FieldChange } from '#app/domain/ruleComparison.ts';
import type { DraftFinding, DraftProblem, ExampleResult } from '#app/domain/ruleDraft.ts';
import { longDate, shortInstant } from '#app/text/format.ts';
import { ruleChangeMarks, ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { ruleExamplesText } from '#app/text/staff/ruleExamples.ts';
import { outcomeWords, rulesText } from '#app/text/staff/rules.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { refusalSentence } from '../../mypage/refusal.ts';
import type { FormAnswer } from '../../review/formAnswer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../../ui/Buttons.tsx';
import { DefinitionTable } from '../../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../../ui/PlainTable.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { BehaviourList } from '../BehaviourList.tsx';
import { ComparisonTable } from '../ComparisonTable.tsx';
import styles from '../Rules.module.css';
import { byWords } from './RuleChangesPage.tsx';

export type RuleChangePageProps = {
  id: string;
  ruleSet: string;
  title: string;
  state: RuleChangeState;
  version: number;
  baseVersion: string;
  newVersion: string | null;
  effectiveFrom: string | null;
  reason: string | null;
  note: string | null;
  editors: readonly string[];
  updated: { by: string; at: string };
  submitted: { by: string; at: string } | null;
  decided: { by: string; at: string } | null;
  problems: readonly DraftProblem[];
  examples: readonly ExampleResult[];
  findings: readonly DraftFinding[];
  /** null where the base or the draft is no rule file. */
  compared: { changes: readonly FieldChange[]; behaviour: readonly BehaviourChange[] } | null;
  /** A version that has come after the base; null when the base is the latest. */
  movedTo: string | null;
  /** Acts that are open to this person, in order. */
  acts: readonly (keyof typeof text.acts)[];
  edits: boolean;
  /** Whether the draft can be tried by this person as it stands. */
  tries: boolean;
  idempotencyKey: string | null;
  answer: FormAnswer | undefined;
};

const problemColumns: readonly Column<DraftProblem>[] = [
  {
    key: 'place',
    label: text.problemColumns.place,
    cell: ({ line, column }) => <span className={styles.short}>{text.place(line, column)}</span>,
  },
  { key: 'message', label: text.problemColumns.message, cell: ({ message }) => message },
];

const findingColumns: readonly Column<DraftFinding>[] = [
  {
    key: 'severity',
    label: text.findingColumns.severity,
    cell: ({ severity }) => <span className={styles.short}>{rulesText.severity[severity]}</span>,
  },
  ...problemColumns,
];

/** The outcome of an example in words; what stands behind it stays. */
const inWords = (ruleSet: string, written: string): string =>
  written.replace(/^[a-z-]+/, (outcome) => outcomeWords(ruleSet, outcome));

/** What an example expects, and what the draft says of it. */
export const expectedAndActual = (ruleSet: string): readonly Column<ExampleResult>[] => [
  {
    key: 'expected',
    label: text.exampleColumns.expected,
    cell: ({ expected }) => inWords(ruleSet, expected),
  },
  {
    key: 'actual',
    label: text.exampleColumns.actual,
    cell: ({ actual }) => (actual === '' ? text.exampleUnread : inWords(ruleSet, actual)),
  },
];

const exampleColumns = (ruleSet: string, picks: boolean): readonly Column<ExampleResult>[] => [
  ...(picks
    ? [
        {
          key: 'pick',
          label: text.exampleColumns.pick,
          cell: ({ index, title, actual }: ExampleResult) =>
            actual === '' ? null : (
              <input
                type="checkbox"
                name="example"
                value={index}
                aria-label={title}
                className={styles.pick}
              />
            ),
        },
      ]
    : []),
  { key: 'title', label: text.exampleColumns.title, heading: true, cell: ({ title }) => title },
  ...expectedAndActual(ruleSet),
];

const whoAndWhen = (one: { by: string; at: string }): string =>
  text.updated(byWords(one.by), shortInstant(one.at));

/** One change: where it stands, what is wrong with it, what it changes, what can be done. */
export function RuleChangePage(props: RuleChangePageProps) {
  const { id, state, problems, findings, compared, movedTo, acts, edits, answer } = props;
  return (
    <>
      <PageTitle title={props.title} over={text.title} hasErrors={answer !== undefined}>
        <StatusBadge mark={ruleChangeMarks[state]} />
      </PageTitle>
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <p className={styles.links}>
        <Link to={paths.staff.ruleChanges()}>{text.back}</Link>
        <Link to={paths.staff.ruleSet(props.ruleSet)}>{text.toRuleSet}</Link>
      </p>
      {movedTo === null ? null : (
        <Banner kind="warning" title={text.stale(movedTo)}>
          <p>{text.staleHelp(movedTo)}</p>
        </Banner>
      )}
      <DefinitionTable caption={text.title} rows={factRows(props)} />
      {edits ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.ruleChangeEdit(id)} kind="secondary">
            {text.edit}
          </ButtonLink>
          <ButtonLink to={paths.staff.ruleChangeText(id)} kind="secondary">
            {text.editText}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {props.examples.length === 0 ? null : (
        <p className={styles.links}>
          <Link to={paths.staff.ruleExamples(id)}>{ruleExamplesText.open}</Link>
        </p>
      )}
      {props.tries ? (
        <p className={styles.links}>
          <Link to={paths.staff.ruleTry(props.ruleSet, { change: id })}>{text.tryCase}</Link>
          <Link to={paths.staff.backTestStart(props.ruleSet, { change: id })}>{text.tryPast}</Link>
        </p>
      ) : null}
      <section className={styles.section}>
        <h2>{text.changesTitle}</h2>
        {compared === null || compared.changes.length === 0 ? (
          <p>{compared === null ? text.unreadable : text.changesNone}</p>
        ) : (
          <ComparisonTable
            ruleSet={props.ruleSet}
            changes={compared.changes}
            before={text.changeColumns.before}
            after={text.changeColumns.after}
          />
        )}
      </section>
      {compared === null || compared.changes.length === 0 ? null : (
        <BehaviourList ruleSet={props.ruleSet} behaviour={compared.behaviour} />
      )}
      <section className={styles.section}>
        <h2>{text.problemsTitle}</h2>
        <p>{problems.length === 0 ? text.problemsNone : text.problemsSome(problems.length)}</p>
        <PlainTable
          caption={text.problemsTitle}
          captionHidden
          columns={problemColumns}
          rows={problems}
          rowKey={({ line, column, message }) => `${line}:${column}:${message}`}
          empty={null}
        />
      </section>
      {findings.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{text.findingsTitle}</h2>
          <p>{text.findingsLead}</p>
          <PlainTable
            caption={text.findingsTitle}
            captionHidden
            columns={findingColumns}
            rows={findings}
            rowKey={({ line, column, message }) => `${line}:${column}:${message}`}
            empty={null}
          />
        </section>
      )}
      <Examples {...props} />
      {acts.length === 0 ? null : (
        <ButtonRow>
          {acts.map((act, at) => (
            <ButtonLink
              key={act}
              to={paths.staff.ruleChangeAct(id, act)}
              kind={at === 0 ? 'primary' : act === 'withdraw' || act === 'revoke' ? 'danger' : 'secondary'}
            >
              {text.acts[act].label}
            </ButtonLink>
          ))}
        </ButtonRow>
      )}
    </>
  );
}

function Examples({ ruleSet, examples, edits, idempotencyKey, version }: RuleChangePageProps) {
  const failing = examples.filter(({ holds }) => !holds);
  if (failing.length === 0) return null;
  const picks = edits && idempotencyKey !== null;
  const table = (
    <PlainTable
      caption={text.examplesTitle}
      captionHidden
      columns={exampleColumns(ruleSet, picks)}
      rows={failing}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
  return (
    <section className={styles.section}>
      <h2>{text.examplesTitle}</h2>
      <p>{text.examplesLead}</p>
      {picks ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={version}
          submits={[{ label: text.adopt, intent: 'adopt', kind: 'secondary' }]}
        >
          {table}
        </FormFrame>
      ) : (
        table
      )}
    </section>
  );
}

function factRows(props: RuleChangePageProps): { label: string; value: string }[] {
  const { baseVersion, newVersion, effectiveFrom, reason, editors, submitted, decided, note } = props;
  const rows: [string, string | null][] = [
    [text.facts.base, baseVersion],
    [text.facts.version, newVersion],
    [text.facts.from, effectiveFrom && longDate(effectiveFrom)],
    [text.facts.reason, reason],
    [text.facts.editors, editors.map(byWords).join('、')],
    [text.facts.updated, whoAndWhen(props.updated)],
    [text.facts.submitted, submitted && whoAndWhen(submitted)],
    [text.facts.decided, decided && whoAndWhen(decided)],
    [text.facts.note, note],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
}
