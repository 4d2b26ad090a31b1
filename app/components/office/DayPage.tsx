import type { OfficeDay } from '#app/domain/officeDay.ts';
import type { DueDateBasis } from '#app/domain/verdict.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { officeDayForm } from '#app/forms/officeDay.ts';
import { longDate } from '#app/text/format.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Named, subjectWords } from '../audit/Subject.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { basisText } from '../ui/VerdictPanel.tsx';

export const dayIntents = { preview: 'preview', save: 'save' } as const;

export type ShownMove = {
  postingId: string;
  named: Named | null;
  from: string;
  to: string | null;
  stays: boolean;
  basis: DueDateBasis | null;
};

export type DayPreview = { before: OfficeDay | null; moves: readonly ShownMove[]; shown: string };

export type DayPageProps = {
  idempotencyKey: string;
  /** What stands in the form: the day that was chosen, or what was typed. */
  typed: TypedText;
  preview: DayPreview | undefined;
  answer: FormAnswer | undefined;
};

const text = officeText.day;

/** One day of the office's calendar: how it opens, which due dates that moves, and then the saving. */
export function DayPage({ idempotencyKey, typed, preview, answer }: DayPageProps) {
  const messages = messagesOf(officeDayForm, answer);
  const submits =
    preview === undefined
      ? [{ label: text.preview, intent: dayIntents.preview }]
      : [
          { label: text.save, intent: dayIntents.save },
          { label: text.again, intent: dayIntents.preview },
        ];
  return (
    <>
      <PageTitle
        title={text.title}
        trail={[{ to: paths.staff.officeCalendar(), label: officeText.calendar.title }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(officeDayForm, answer)} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        hidden={preview === undefined ? {} : { shown: preview.shown }}
        submits={submits}
        cancel={{ to: paths.staff.officeCalendar(), label: text.back }}
      >
        {officeDayForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={typed}
            messages={messages}
            fields={fieldsOf(officeDayForm)}
          />
        ))}
        {preview === undefined ? null : <Preview {...preview} />}
      </FormFrame>
    </>
  );
}

function Preview({ before, moves }: DayPreview) {
  const moved = moves.filter(({ stays }) => !stays);
  const staying = moves.length - moved.length;
  return (
    <section aria-label={text.previewTitle}>
      <h2>{text.previewTitle}</h2>
      <p>{text.now(officeText.calendar.openings[before?.opening ?? 'usual'])}</p>
      {moves.length === 0 ? <p>{text.none}</p> : null}
      {moved.length === 0 ? null : (
        <Banner kind="info" title={text.moves(moved.length)}>
          <p>{text.mailed}</p>
        </Banner>
      )}
      {staying === 0 ? null : <Banner kind="warning" title={text.stays(staying)} />}
      <PlainTable
        caption={text.previewTitle}
        captionHidden
        rows={moves}
        rowKey={({ postingId }) => postingId}
        empty={null}
        columns={columns}
      />
    </section>
  );
}

const columns: readonly Column<ShownMove>[] = [
  {
    key: 'posting',
    label: text.columns.posting,
    heading: true,
    cell: ({ postingId, named }) => (
      <Link to={paths.staff.review(postingId)}>{named === null ? postingId : subjectWords(named)}</Link>
    ),
  },
  {
    key: 'from',
    label: text.columns.from,
    cell: ({ from }) => <time dateTime={from}>{longDate(from)}</time>,
  },
  {
    key: 'to',
    label: text.columns.to,
    cell: ({ from, to, stays }) =>
      to === null || stays ? text.unchanged(from) : <time dateTime={to}>{longDate(to)}</time>,
  },
  {
    key: 'how',
    label: text.columns.how,
    cell: ({ to, basis }) => (to === null || basis === null ? text.noOpenDay : basisText(to, basis)),
  },
];
