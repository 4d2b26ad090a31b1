import type { ReactNode } from 'react';
import type { FormValues, Section } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { common } from '#app/text/common.ts';
import styles from './DefinitionTable.module.css';

export type DefinitionRow = {
  id?: string;
  label: string;
  /** Empty text and null read 「未入力」. */
  value: ReactNode;
  /** Sentences about this row: errors of the checks, what was asked to correct. */
  note?: ReactNode;
};

/** A record to read: 項目 and 内容, row by row. */
export function DefinitionTable({ caption, rows }: { caption: string; rows: readonly DefinitionRow[] }) {
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{common.item}</th>
          <th scope="col">{common.content}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, value, note }) => (
          <tr key={id ?? label} id={id} tabIndex={id === undefined ? undefined : -1}>
            <th scope="row">{label}</th>
            <td>
              {value === '' || value === null || value === undefined ? (
                <span className={styles.empty}>{common.notEntered}</span>
              ) : (
                value
              )}
              {note === undefined || note === null ? null : <div className={styles.note}>{note}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A section of a catalogue with its stored values, in the catalogue's words; fields never filled in may be left out. */
export function recordRows(
  section: Section,
  values: FormValues,
  { filledOnly = false } = {},
): DefinitionRow[] {
  return section.fields
    .filter((field) => field.kind !== 'password')
    .map((field) => ({
      id: `r-${field.name}`,
      label: field.label,
      value: formatValue(field, values[field.name] ?? null),
    }))
    .filter((row) => !filledOnly || row.value !== '');
}
