import type { CalendarDate } from '#app/domain/calendar.ts';
import { eraDate } from '#app/text/format.ts';
import { ruleProblemsText } from '#app/text/staff/ruleProblems.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';

export type RuleProblemRow = {
  file: string;
  line: number;
  column: number;
  message: string;
  staying: { title: string; version: string; from: CalendarDate } | null;
};

export type RuleProblemsPageProps = {
  rows: readonly RuleProblemRow[];
  /** Whether the data are invented and may be started over. */
  demo: boolean;
};

/** 規則ファイルの問題: where, what, and which version judges meanwhile. */
export function RuleProblemsPage({ rows, demo }: RuleProblemsPageProps) {
  return (
    <>
      <PageTitle title={ruleProblemsText.title} />
      <p>{ruleProblemsText.lead}</p>
      <PlainTable
        caption={ruleProblemsText.caption}
        captionHidden
        rows={rows}
        rowKey={({ file, line, column, message }) => `${file}:${line}:${column}:${message}`}
        empty={<EmptyState title={ruleProblemsText.empty} />}
        columns={columns}
      />
      <section aria-labelledby="how-to-mend">
        <h2 id="how-to-mend">{ruleProblemsText.howTitle}</h2>
        <ol>
          {ruleProblemsText.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {demo ? <p>{ruleProblemsText.demo}</p> : null}
      </section>
    </>
  );
}

const columns: readonly Column<RuleProblemRow>[] = [
  {
    key: 'file',
    label: ruleProblemsText.columns.file,
    heading: true,
    cell: ({ file }) => <code>{file}</code>,
  },
  {
    key: 'place',
    label: ruleProblemsText.columns.place,
    cell: ({ line, column }) => ruleProblemsText.place(line, column),
  },
  { key: 'message', label: ruleProblemsText.columns.message, cell: ({ message }) => message },
  {
    key: 'staying',
    label: ruleProblemsText.columns.staying,
    cell: ({ staying }) =>
      staying === null
        ? ruleProblemsText.nothingStays
        : ruleProblemsText.staying(staying.title, staying.version, eraDate(staying.from)),
  },
];
