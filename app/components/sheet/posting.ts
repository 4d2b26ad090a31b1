import type { Sheet, SheetBlock, SheetCell, SheetRecords } from '#app/domain/sheet.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type Field, fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingFields, postingSteps } from '#app/forms/posting.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { cellsBlock, dayCell, filledCells } from './cells.ts';

const { labels, posting: text } = sheetsText;

/** 公開希望 under which nothing on the sheet may tell who the employer is: 3 事業所名等を含まない, 4 公開しない. */
const withoutName: readonly unknown[] = ['3', '4'];
const notPublic = '4';

/** The parts of the official 求人票 after 求人事業所, each with the step its fields are asked in. */
const parts: readonly { title: string; step: string; leftOut?: readonly string[] }[] = [
  { title: text.duties, step: '3', leftOut: ['job_title'] },
  { title: text.wages, step: '4' },
  { title: text.hours, step: '5' },
  { title: text.conditions, step: '6' },
];

/** 会社の情報: what stands in its own part and not under 求人事業所. */
const companyFields: readonly string[] = [
  'corporate_number',
  'representative_title',
  'representative_name',
  'industry',
  'employee_count',
  'employee_count_company',
  'business_description',
  'features',
  'founded_year',
  'capital',
];
const employerFields: readonly string[] = [
  'establishment_number',
  'name',
  'name_kana',
  'postal',
  'prefecture',
  'city',
  'street',
  'building',
  'phone',
  'fax',
  'website',
];

const stepFields = (step: string): readonly Field[] =>
  postingSteps.find(({ id }) => id === step)?.fields ?? [];

const establishmentFieldsIn = (names: readonly string[]): readonly Field[] =>
  fieldsOf(establishmentForm).filter(({ name }) => names.includes(name));

/** 求人票: a valid posting in the order of the official sheet, as far as its 公開希望 lets it be published. */
export function postingSheet({
  posting,
  establishment,
  office,
}: Extract<SheetRecords, { kind: 'posting' }>): Sheet {
  const { content } = posting;
  const scope = content.publication_scope ?? null;
  const nameless = withoutName.includes(scope);
  const mayStand = (field: Field) => !nameless || field.identifies !== true;
  /** The name may stand in a free text, too. */
  const shown = (cells: readonly SheetCell[]): SheetCell[] =>
    cells.map(({ label, value }) => ({
      label,
      value: nameless ? value.replaceAll(establishment.name, text.nameHidden) : value,
    }));
  const words = (name: string): string => {
    const field = postingFields.get(name);
    return field === undefined ? '' : formatValue(field, content[name] ?? null);
  };
  const part = (title: string, fields: readonly Field[], values = content): SheetBlock[] =>
    cellsBlock(title, shown(filledCells(fields.filter(mayStand), values)));
  const selection = stepFields('8');
  return {
    title: sheetsText.titles.posting,
    confidential: false,
    blocks: [
      {
        kind: 'cells',
        title: text.head,
        cells: [
          { label: labels.number, value: posting.number ?? '' },
          { label: labels.category, value: `${words('posting_category')}・${words('work_time')}` },
          ...dayCell(labels.accepted, posting.acceptedOn),
          ...dayCell(labels.validUntil, posting.validUntil),
          { label: labels.office, value: office.name },
          { label: labels.publication, value: words('publication_scope') },
          { label: labels.job, value: posting.jobTitle ?? '' },
        ],
      },
      ...(nameless
        ? [
            {
              kind: 'lines' as const,
              lines: [scope === notPublic ? text.notPublic : text.withoutName],
            },
          ]
        : []),
      ...part(text.employer, establishmentFieldsIn(employerFields), establishment.details),
      ...parts.flatMap(({ title, step, leftOut = [] }) =>
        part(
          title,
          stepFields(step).filter(({ name }) => !leftOut.includes(name)),
        ),
      ),
      ...part(text.company, establishmentFieldsIn(companyFields), establishment.details),
      ...part(
        text.selection,
        selection.filter(({ name }) => name !== 'posting_note'),
      ),
      ...part(
        text.notes,
        selection.filter(({ name }) => name === 'posting_note'),
      ),
      ...part(text.appeal, stepFields('7')),
    ],
  };
}
