import { ImportPage, ImportPreview, importIntents } from '#app/components/minimumWage/ImportPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { minimumWageDays } from '#app/domain/minimumWage.ts';
import { minimumWageImportForm, wageLineFields } from '#app/forms/minimumWage.ts';
import { readWageFile } from '#app/forms/minimumWageCsv.ts';
import { enterMinimumWages } from '#app/procedures/minimumWage/enter.ts';
import { previewOf } from '#app/procedures/minimumWage/preview.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { fileProblemText, minimumWagesText, outsideDaysText } from '#app/text/staff/minimumWages.ts';
import { csvTableOf } from '#app/web/csvTable.server.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';

export const meta = pageMeta(minimumWagesText.importTitle);

const guard = { permission: 'minimumWage.enter' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({ key: ctx.newKey() }));

/** Problems of the table in words, each with its line. */
const problemsOf = (csv: string) =>
  readWageFile(csv).problems.map((problem) => ({
    line: problem.line,
    message: fileProblemText(problem, (error) => {
      const field = wageLineFields.find(({ name }) => name === error.field);
      return field === undefined ? '' : fieldErrorText(error, field);
    }),
  }));

export const action = staffRoute.action(guard, async (ctx) => {
  const csv = await csvTableOf(ctx.form);
  const read = ctx.form.read(minimumWageImportForm);
  const typed = { ...read.typed, csv: csv ?? '' };
  if (ctx.form.intent === importIntents.correct) return ctx.json({ ok: true as const, table: null, typed });

  const whole = (message: string) => [{ line: null, message }];
  const problems =
    csv === null
      ? whole(minimumWagesText.unreadable)
      : csv.trim() === ''
        ? whole(minimumWagesText.nothing)
        : problemsOf(csv);
  if (csv === null || problems.length > 0 || read.errors.length > 0)
    return ctx.invalid(read.errors, typed, { problems });

  const { entered } = await ctx.query(minimumWages);
  const { first, last } = minimumWageDays(ctx.today);
  const rows = previewOf(entered, readWageFile(csv).wages, ctx.today);
  const outside = rows
    .filter(({ outsideDays }) => outsideDays)
    .map(({ line }) => ({ line, message: outsideDaysText(first, last) }));
  if (outside.length > 0) return ctx.invalid([], typed, { problems: outside });

  const source = textIn(read.values, 'source') ?? '';
  const table = { rows, source, csv };
  if (ctx.form.intent !== importIntents.enter) return ctx.json({ ok: true as const, table, typed });

  const shown = ctx.form.raw.getAll('before').map((text) => (text === '' ? null : Number(text)));
  const outcome = await ctx.perform(enterMinimumWages, {
    source,
    wages: rows.map(({ prefecture, yen, from }, index) => ({
      prefecture,
      yen,
      from,
      before: shown[index] ?? null,
    })),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { table });
  return ctx.redirect(paths.staff.minimumWages(), 'wages-entered');
});

export default function ImportScreen() {
  const { key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer?.ok === false ? answer : undefined;
  const table = answer !== undefined && 'table' in answer ? answer.table : null;
  if (table) return <ImportPreview table={table} idempotencyKey={key} answer={refused} />;
  return <ImportPage idempotencyKey={key} typed={answer?.typed ?? {}} answer={refused} />;
}
