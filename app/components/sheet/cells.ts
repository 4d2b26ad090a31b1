import type { SheetAbout, SheetBlock, SheetCell } from '#app/domain/sheet.ts';
import { isShown } from '#app/forms/conditions.ts';
import type { Field, FormValues } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { eraDate, phone, postalCode } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';

/** A cell, where there is something to say. */
export const cell = (label: string, value: string | null): SheetCell[] =>
  value === null || value === '' ? [] : [{ label, value }];

/** A day, where there is one. */
export const dayCell = (label: string, day: string | null): SheetCell[] =>
  cell(label, day === null ? null : eraDate(day));

/** What was filled in, in the catalogue's words. */
export const filledCells = (fields: readonly Field[], values: FormValues): SheetCell[] =>
  fields
    .filter((field) => isShown(field, values))
    .flatMap((field) => cell(field.label, formatValue(field, values[field.name] ?? null)));

/** A block of cells, left out when it would be empty. */
export const cellsBlock = (title: string, cells: readonly SheetCell[]): SheetBlock[] =>
  cells.length === 0 ? [] : [{ kind: 'cells', title, cells }];

export const officeBlock = ({ office }: Pick<SheetAbout, 'office'>): SheetBlock => {
  const { labels, officeTitle } = sheetsText;
  return {
    kind: 'cells',
    title: officeTitle,
    cells: [
      { label: labels.name, value: office.name },
      { label: labels.phone, value: phone(office.phone) },
      { label: labels.address, value: `${postalCode(office.postal)} ${office.address}` },
    ],
  };
};

/** 「○○　御中」 */
export const toEmployer = ({ establishment }: Pick<SheetAbout, 'establishment'>): SheetBlock => ({
  kind: 'lines',
  look: 'large',
  lines: [sheetsText.to(establishment.name)],
});
