import type { Establishment } from '#app/domain/establishment.ts';
import type { PostingContent } from '#app/domain/posting.ts';
import { isRequired, isShown } from '#app/forms/conditions.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues, Section } from '#app/forms/field.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { recordText } from '#app/text/staff/record.ts';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import styles from './PostingRecord.module.css';

/** A sentence about a field of a posting: what a check says, what was asked to correct. */
export type RecordNote = { field: string; severity: 'error' | 'warning'; text: string };

export type PostingRecordProps = {
  content: PostingContent;
  /** The values of the establishment, which stand in step 2 of every posting. */
  establishment: Establishment['details'];
  notes?: readonly RecordNote[];
};

/** The address of a field in the record: `#r-base_pay_min`. */
export const recordAnchor = (field: string): string => `#r-${field}`;

const none: readonly RecordNote[] = [];

/** A posting to read, in the order of its eight steps. What was left blank is named in one line under each step. */
export function PostingRecord({ content, establishment, notes = none }: PostingRecordProps) {
  return (
    <div className={styles.record}>
      {postingSteps.map((step) => (
        <section key={step.id} aria-label={recordText.step(step.id, step.title)}>
          <StepTable step={step} values={content} notes={notes} />
          {step.id === '2' ? <EstablishmentTables values={establishment} /> : null}
        </section>
      ))}
    </div>
  );
}

/** The rows that say something: filled in, missing though required, or with a note. */
function StepTable({
  step,
  values,
  notes,
}: {
  step: Section;
  values: FormValues;
  notes: readonly RecordNote[];
}) {
  const noted = (name: string) => notes.some(({ field }) => field === name);
  const shown = step.fields.filter((field) => isShown(field, values) || noted(field.name));
  const rows = recordRows({ ...step, fields: shown }, values).map((row, index) => {
    const field = shown[index];
    const own = notes.filter((note) => note.field === field?.name);
    const says = row.value !== '' || own.length > 0 || (field !== undefined && isRequired(field, values));
    return { ...row, says, note: own.length === 0 ? undefined : <Notes notes={own} /> };
  });
  const blank = rows.filter((row) => !row.says).map((row) => row.label);
  return (
    <>
      <DefinitionTable caption={recordText.step(step.id, step.title)} rows={rows.filter((row) => row.says)} />
      {blank.length === 0 ? null : <p className={styles.blank}>{recordText.blank(blank)}</p>}
    </>
  );
}

function Notes({ notes }: { notes: readonly RecordNote[] }) {
  return (
    <ul className={styles.notes}>
      {notes.map(({ severity, text }) => (
        <li key={text} data-severity={severity}>
          <b>
            {recordText.marks[severity]} {recordText.words[severity]}
          </b>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The establishment's data that are printed on every posting. Rows without ids: a posting has fields of the same names. */
function EstablishmentTables({ values }: { values: FormValues }) {
  return (
    <details className={styles.establishment}>
      <summary>{recordText.establishment}</summary>
      {establishmentForm.sections.map((section) => (
        <DefinitionTable
          key={section.id}
          caption={section.title}
          rows={recordRows(section, values, { filledOnly: true }).map(({ label, value }) => ({
            label,
            value,
          }))}
        />
      ))}
    </details>
  );
}
