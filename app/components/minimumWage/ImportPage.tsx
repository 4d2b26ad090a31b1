import type { CalendarDate } from '#app/domain/calendar.ts';
import type { WageDoubt } from '#app/domain/minimumWage.ts';
import type { TypedText } from '#app/forms/field.ts';
import { minimumWageImportForm, wageTableField } from '#app/forms/minimumWage.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { common } from '#app/text/common.ts';
import { yen } from '#app/text/format.ts';
import { changeText, doubtText, minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldInput } from '../ui/FieldInput.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './ImportPage.module.css';
import { plainDate } from './wages.ts';

export type PreviewRow = {
  line: number;
  prefecture: string;
  yen: number;
  from: CalendarDate;
  before: number | null;
  doubts: readonly WageDoubt[];
};

/** A table that was understood, with what entering it would do. */
export type WageTable = { rows: readonly PreviewRow[]; source: string; csv: string };

/** A sentence about a line; null where it is about the table as a whole. */
export type LineProblem = { line: number | null; message: string };

export type ImportPageProps = {
  idempotencyKey: string;
  typed: TypedText;
  answer: (FormAnswer & { problems?: readonly LineProblem[] }) | undefined;
};

export const importIntents = { check: 'check', enter: 'enter', correct: 'correct' } as const;

const text = minimumWagesText;

/** CSVでの登録: a table is pasted or chosen as a file, read, and shown before anything is entered. */
export function ImportPage({ idempotencyKey, typed, answer }: ImportPageProps) {
  const summary = summaryOf(minimumWageImportForm, answer);
  const inTable = tableMessages(answer?.problems ?? []);
  const messages = [...messagesOf(minimumWageImportForm, answer), ...inTable];
  return (
    <>
      <PageTitle title={text.importTitle} hasErrors={answer !== undefined} />
      <ErrorSummary
        messages={[...(summary.messages ?? []), ...inTable]}
        refusal={inTable.length === 0 ? summary.refusal : text.fileErrors(inTable.length)}
      />
      <p>{text.importLead}</p>
      <p>{text.importExample}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        withFile
        submits={[{ label: text.check, intent: importIntents.check }]}
        cancel={{ to: paths.staff.minimumWages(), label: text.back }}
      >
        {minimumWageImportForm.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={typed} messages={messages}>
            <FieldInput field={wageTableField} typed={typed.csv ?? ''} messages={messages} />
            <div className={styles.file}>
              <label htmlFor="f-file">{text.file}</label>
              <p id="f-file-help">
                {text.fileHelp}
                {text.importEncoding}
              </p>
              <input
                type="file"
                id="f-file"
                name="file"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                aria-describedby="f-file-help"
              />
            </div>
          </FieldSet>
        ))}
      </FormFrame>
    </>
  );
}

const tableMessages = (problems: readonly LineProblem[]): FieldMessage[] =>
  problems.map(({ line, message }) => ({
    field: wageTableField.name,
    message: line === null ? message : `${text.lineOf(line)}：${message}`,
  }));

/** What was read and what entering it would do; the button that enters it. */
export function ImportPreview({
  table,
  idempotencyKey,
  answer,
}: {
  table: WageTable;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
}) {
  const changes = table.rows.filter((row) => row.yen !== row.before);
  const correct = { label: text.correct, intent: importIntents.correct, kind: 'secondary' } as const;
  return (
    <>
      <PageTitle title={text.previewTitle} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(minimumWageImportForm, answer)} />
      {changes.length === 0 ? (
        <Banner kind="info" title={text.previewNothing} />
      ) : (
        <p>{text.previewLead(changes.length, table.rows.length - changes.length)}</p>
      )}
      <p>
        {text.previewSource}：{table.source}
      </p>
      <PlainTable
        caption={text.previewCaption}
        rows={table.rows}
        rowKey={({ line }) => String(line)}
        empty={null}
        columns={columns}
      />
      <FormFrame
        idempotencyKey={idempotencyKey}
        withFile
        hidden={{ source: table.source, csv: table.csv }}
        submits={
          changes.length === 0 ? [correct] : [{ label: text.enter, intent: importIntents.enter }, correct]
        }
        cancel={{ to: paths.staff.minimumWages(), label: common.cancel }}
      >
        {table.rows.map(({ line, before }) => (
          <input key={line} type="hidden" name="before" value={before ?? ''} />
        ))}
      </FormFrame>
    </>
  );
}

const columns: readonly Column<PreviewRow>[] = [
  { key: 'line', label: text.columns.line, end: true, cell: ({ line }) => text.lineOf(line) },
  {
    key: 'prefecture',
    label: text.columns.prefecture,
    heading: true,
    cell: ({ prefecture }) => prefectures.find(({ value }) => value === prefecture)?.label,
  },
  { key: 'yen', label: text.columns.yen, end: true, cell: (row) => yen(row.yen) },
  { key: 'from', label: text.columns.from, cell: ({ from }) => plainDate(from) },
  {
    key: 'what',
    label: text.columns.what,
    cell: (row) => (
      <span>
        {changeText(row)}
        {row.doubts.map((doubt) => (
          <strong key={doubt} className={styles.doubt}>
            {common.confirm}：{doubtText(doubt)}
          </strong>
        ))}
      </span>
    ),
  },
];
