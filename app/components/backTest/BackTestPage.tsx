import type { BackTest, BackTestResult, ChangedCase, RuleCount } from '#app/domain/backTest.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { backTestsText as text } from '#app/text/staff/backTests.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from '../rule/Rules.module.css';
import { Banner } from '../ui/Banner.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { KeepAsking } from '../ui/KeepAsking.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import own from './BackTest.module.css';

export type ShownDraft = {
  title: string;
  rules: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, string>>;
  changes: readonly { label: string; now: string; draft: string }[];
  differsOtherwise: boolean;
  /** The outcome whose due date is counted anew; null when none is. */
  dueDateMoves: string | null;
};

export type BackTestPageProps = {
  test: Omit<BackTest, 'draftText' | 'draftHash'>;
  startedBy: string;
  draft: ShownDraft;
  postings: Readonly<Record<string, { id: string; jobTitle: string | null }>>;
  /** The key of the cancelling form; null where there is nothing to cancel or nobody who may. */
  idempotencyKey: string | null;
};

/** 試し実行の結果: how far it has come, then what would change. */
export function BackTestPage({ test, startedBy, draft, postings, idempotencyKey }: BackTestPageProps) {
  const goesOn = test.state === 'waiting' || test.state === 'running';
  return (
    <>
      <PageTitle title={text.title} over={draft.title}>
        <span>{text.states[test.state]}</span> <span>{text.range(test.range)}</span>{' '}
        <span>{text.startedBy(startedBy)}</span>{' '}
        <time dateTime={test.startedAt}>{shortInstant(test.startedAt)}</time>
      </PageTitle>
      <p className={styles.links}>
        <Link to={paths.staff.ruleSet(test.ruleSet)}>{text.back}</Link>
        {goesOn ? null : <Link to={paths.staff.backTestStart(test.ruleSet)}>{text.again}</Link>}
      </p>
      {goesOn ? <Progress test={test} /> : null}
      {test.state === 'failed' ? <Banner kind="error" title={text.failed} /> : null}
      {test.state === 'cancelled' ? <Banner kind="info" title={text.cancelled} /> : null}
      {idempotencyKey === null ? null : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: text.cancel, intent: 'cancel', kind: 'secondary' }]}
        />
      )}
      <Changes draft={draft} />
      {test.result === null ? null : (
        <Result id={test.id} ruleSet={test.ruleSet} result={test.result} draft={draft} postings={postings} />
      )}
    </>
  );
}

/** Asks again by itself, with a script and without. */
function Progress({ test: { state, progress } }: Pick<BackTestPageProps, 'test'>) {
  const words = text.progress(progress.done, progress.total);
  return (
    <div className={own.progress}>
      <KeepAsking />
      <p>{state === 'waiting' ? text.waiting : text.running}</p>
      {state === 'waiting' ? null : (
        <>
          <progress
            aria-label={text.progressLabel}
            max={progress.total ?? 1}
            value={progress.total === null ? undefined : progress.done}
          >
            {words}
          </progress>
          {progress.total === null ? null : <p className="numeric">{words}</p>}
        </>
      )}
    </div>
  );
}

const changeColumns: readonly Column<ShownDraft['changes'][number]>[] = [
  { key: 'label', label: text.changesColumns.label, heading: true, cell: ({ label }) => label },
  { key: 'now', label: text.changesColumns.now, cell: ({ now }) => now },
  { key: 'draft', label: text.changesColumns.draft, cell: ({ draft }) => <b>{draft}</b> },
];

/** What is tried: values that differ from those in force. */
function Changes({ draft: { changes, differsOtherwise } }: Pick<BackTestPageProps, 'draft'>) {
  return (
    <section className={styles.section}>
      <h2>{text.changesTitle}</h2>
      <PlainTable
        caption={text.changesTitle}
        captionHidden
        columns={changeColumns}
        rows={changes}
        rowKey={({ label }) => label}
        empty={<p>{text.changesNone}</p>}
      />
      {differsOtherwise ? <p>{text.changesMore}</p> : null}
    </section>
  );
}

type ResultProps = Pick<BackTestPageProps, 'draft' | 'postings'> & {
  id: string;
  ruleSet: string;
  result: BackTestResult;
};

function Result({ id, ruleSet, result, draft, postings }: ResultProps) {
  const { decisions, judged, changed } = result;
  if (decisions === 0) return <Banner kind="info" title={text.nothing} />;
  return (
    <>
      <p>
        <b>{text.summary(decisions, changed.outcome, changed.reasons)}</b>
      </p>
      <MovedDueDates ruleSet={ruleSet} outcome={draft.dueDateMoves} outcomes={result.outcomes} />
      {result.missing.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{text.missingTitle}</h2>
          <p>{text.missing(judged, decisions - judged)}</p>
          <PlainTable
            caption={text.missingTitle}
            captionHidden
            columns={[
              {
                key: 'fact',
                label: text.missingColumns.fact,
                heading: true,
                cell: ({ fact }) => draft.facts[fact] ?? fact,
              },
              {
                key: 'count',
                label: text.missingColumns.count,
                end: true,
                cell: (row) => text.number(row.count),
              },
            ]}
            rows={result.missing}
            rowKey={({ fact }) => fact}
            empty={null}
          />
        </section>
      )}
      <Ways ruleSet={ruleSet} outcomes={result.outcomes} />
      <section className={styles.section}>
        <h2>{text.rulesTitle}</h2>
        <PlainTable
          caption={text.rulesTitle}
          captionHidden
          columns={ruleColumns(draft)}
          rows={result.rules}
          rowKey={({ rule }) => rule}
          empty={null}
        />
      </section>
      <Cases id={id} ruleSet={ruleSet} result={result} draft={draft} postings={postings} />
    </>
  );
}

/** Decisions that keep their outcome and get another due date, which the counts below do not tell. */
function MovedDueDates({
  ruleSet,
  outcome,
  outcomes,
}: Pick<BackTestResult, 'outcomes'> & { ruleSet: string; outcome: string | null }) {
  const kept = outcomes.find(({ before, after }) => before === outcome && after === outcome);
  if (outcome === null || kept === undefined) return null;
  return <p>{text.dueDatesMove(outcomeWords(ruleSet, outcome), kept.count)}</p>;
}

/** Old outcomes down, new ones across. */
function Ways({ ruleSet, outcomes }: Pick<BackTestResult, 'outcomes'> & { ruleSet: string }) {
  const before = [...new Set(outcomes.map((way) => way.before))];
  const after = [...new Set([...before, ...outcomes.map((way) => way.after)])];
  const countOf = (old: string, now: string): number =>
    outcomes.find((way) => way.before === old && way.after === now)?.count ?? 0;
  return (
    <section className={styles.section}>
      <h2>{text.outcomesTitle}</h2>
      <p>{text.outcomesLead}</p>
      <div className={own.scroll}>
        <table className={own.ways}>
          <caption className="visually-hidden">{text.outcomesTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.outcomesCorner}</th>
              {after.map((now) => (
                <th key={now} scope="col">
                  {outcomeWords(ruleSet, now)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before.map((old) => (
              <tr key={old}>
                <th scope="row">{outcomeWords(ruleSet, old)}</th>
                {after.map((now) => (
                  <td
                    key={now}
                    className="numeric"
                    data-changed={old !== now && countOf(old, now) > 0 ? true : undefined}
                  >
                    {text.number(countOf(old, now))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const named = (draft: ShownDraft, rule: string): string => `${rule} ${draft.rules[rule] ?? ''}`.trim();

const ruleColumns = (draft: ShownDraft): readonly Column<RuleCount>[] => [
  { key: 'rule', label: text.rulesColumns.rule, heading: true, cell: ({ rule }) => named(draft, rule) },
  ...(['before', 'after', 'come', 'gone'] as const).map(
    (key): Column<RuleCount> => ({
      key,
      label: text.rulesColumns[key],
      end: true,
      cell: (row) => text.number(row[key]),
    }),
  ),
];

function Cases({ id, ruleSet, result: { cases, changed }, draft, postings }: ResultProps) {
  const all = changed.outcome + changed.reasons;
  const columns: readonly Column<ChangedCase>[] = [
    { key: 'asOf', label: text.casesColumns.asOf, heading: true, cell: ({ asOf }) => shortDate(asOf) },
    {
      key: 'posting',
      label: text.casesColumns.posting,
      cell: ({ verdictId }) => {
        const posting = postings[verdictId];
        return posting === undefined ? (
          text.otherOffice
        ) : (
          <Link to={paths.staff.backTestCase(id, verdictId)}>{posting.jobTitle ?? text.untitled}</Link>
        );
      },
    },
    {
      key: 'change',
      label: text.casesColumns.change,
      cell: ({ before, after }) => text.from(outcomeWords(ruleSet, before), outcomeWords(ruleSet, after)),
    },
    {
      key: 'come',
      label: text.casesColumns.come,
      cell: ({ come }) => come.map((rule) => named(draft, rule)).join('、'),
    },
    {
      key: 'gone',
      label: text.casesColumns.gone,
      cell: ({ gone }) => gone.map((rule) => named(draft, rule)).join('、'),
    },
  ];
  return (
    <section className={styles.section}>
      <h2>{text.casesTitle}</h2>
      {cases.length === 0 ? null : (
        <p>
          {all > cases.length ? text.casesMore(cases.length, all) : null}
          {text.casesOthers}
        </p>
      )}
      <PlainTable
        caption={text.casesTitle}
        captionHidden
        columns={columns}
        rows={cases}
        rowKey={({ verdictId }) => verdictId}
        empty={<p>{text.casesNone}</p>}
      />
    </section>
  );
}
