import type { Field, TypedText } from '#app/forms/field.ts';
import { seekerFields } from '#app/forms/jobSeeker.ts';
import { numberHeading } from '#app/forms/jobSeekerCsv.ts';
import { common } from '#app/text/common.ts';
import { seekersText } from '#app/text/staff/seekers.ts';
import { paths } from '#app/web/paths.ts';
import styles from '../minimumWage/ImportPage.module.css';
import { Banner } from '../ui/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldInput } from '../ui/FieldInput.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { seekerTrail } from './trails.ts';

export const importIntents = { check: 'check', enter: 'enter', correct: 'correct' } as const;

export type PreviewRow = {
  line: number;
  number: string | null;
  version: number | null;
  name: string;
  occupation: string;
  isPublic: boolean;
  what: 'added' | 'changed' | 'same';
  /** Numbers of registrations with the same name and birthday; '' for none. */
  sameAs: string;
};

export type SeekerTable = { rows: readonly PreviewRow[]; csv: string };

/** A sentence about a line; null where it is about the table as a whole. */
export type LineProblem = { line: number | null; message: string };

const text = seekersText;

const tableField: Field = {
  name: 'csv',
  label: text.table,
  kind: 'textarea',
  help: text.tableHelp,
};

export type ImportPageProps = {
  idempotencyKey: string;
  typed: TypedText;
  problems: readonly LineProblem[] | undefined;
};

/** CSVでの登録: a table is pasted or chosen as a file, read, and shown before anything is entered. */
export function ImportPage({ idempotencyKey, typed, problems = [] }: ImportPageProps) {
  const messages: FieldMessage[] = problems.map(({ line, message }) => ({
    field: tableField.name,
    message: line === null ? message : `${text.lineOf(line)}：${message}`,
  }));
  return (
    <>
      <PageTitle title={text.importTitle} trail={seekerTrail} hasErrors={messages.length > 0} />
      {messages.length === 0 ? null : (
        <ErrorSummary messages={messages} refusal={text.fileErrors(messages.length)} />
      )}
      <p>{text.importLead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        withFile
        submits={[{ label: text.check, intent: importIntents.check }]}
        cancel={{ to: paths.staff.seekers(), label: text.back }}
      >
        <FieldInput field={tableField} typed={typed.csv ?? ''} messages={messages} />
        <div className={styles.file}>
          <label htmlFor="f-file">{text.file}</label>
          <p id="f-file-help">{text.fileHelp}</p>
          <input
            type="file"
            id="f-file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-describedby="f-file-help"
          />
        </div>
      </FormFrame>
      <section>
        <h2>{text.importColumns}</h2>
        <ul>
          <li>{numberHeading}</li>
          {seekerFields.map((field) => (
            <li key={field.name}>
              {field.label}
              {field.required === true ? text.importRequired : null}
              {wordsOf(field)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The words that can be written under a heading; the prefectures are known to everybody. */
function wordsOf({ kind, choices = [] }: Field): string {
  const words = kind === 'confirm' ? ['はい', 'いいえ'] : choices.map(({ label }) => label);
  return words.length === 0 || words.length > 10 ? '' : `（${text.importChoices}：${words.join('・')}）`;
}

/** What was read and what entering it would do; the button that enters it. */
export function ImportPreview({
  table,
  idempotencyKey,
  refusal,
}: {
  table: SeekerTable;
  idempotencyKey: string;
  refusal: string | undefined;
}) {
  const countOf = (what: PreviewRow['what']) => table.rows.filter((row) => row.what === what).length;
  const changes = countOf('added') + countOf('changed');
  const correct = { label: text.correct, intent: importIntents.correct, kind: 'secondary' } as const;
  return (
    <>
      <PageTitle title={text.previewTitle} trail={seekerTrail} hasErrors={refusal !== undefined} />
      {refusal === undefined ? null : <ErrorSummary refusal={refusal} />}
      {changes === 0 ? (
        <Banner kind="info" title={text.previewNothing} />
      ) : (
        <p>{text.previewLead(countOf('added'), countOf('changed'), countOf('same'))}</p>
      )}
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
        hidden={{ csv: table.csv }}
        submits={changes === 0 ? [correct] : [{ label: text.enter, intent: importIntents.enter }, correct]}
        cancel={{ to: paths.staff.seekers(), label: common.cancel }}
      >
        {table.rows.map(({ line, version }) => (
          <input key={line} type="hidden" name="version" value={version ?? ''} />
        ))}
      </FormFrame>
    </>
  );
}

const columns: readonly Column<PreviewRow>[] = [
  { key: 'line', label: text.line, end: true, cell: ({ line }) => text.lineOf(line) },
  { key: 'name', label: text.columns.name, heading: true, cell: ({ name }) => name },
  { key: 'number', label: text.columns.number, cell: ({ number }) => number },
  { key: 'occupation', label: text.columns.occupation, cell: ({ occupation }) => occupation },
  {
    key: 'public',
    label: text.columns.public,
    cell: ({ isPublic }) => (isPublic ? text.isPublic : text.notPublic),
  },
  {
    key: 'what',
    label: text.what,
    cell: ({ what, sameAs }) => (
      <span>
        {text.acts[what]}
        {sameAs === '' ? null : (
          <strong className={styles.doubt}>
            {common.confirm}：{text.doubt(sameAs)}
          </strong>
        )}
      </span>
    ),
  },
];
