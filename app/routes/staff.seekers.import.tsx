import { ImportPage, ImportPreview, importIntents } from '#app/components/seeker/ImportPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { seekerFields } from '#app/forms/jobSeeker.ts';
import { readSeekerFile, type SeekerFileProblem } from '#app/forms/jobSeekerCsv.ts';
import { importSeekers, mostImported } from '#app/procedures/seeker/import.ts';
import { newKana, previewOf, problemsOfRows } from '#app/procedures/seeker/preview.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { type RefusalCode, refusalText } from '#app/text/refusals.ts';
import { seekerProblemText, seekersText } from '#app/text/staff/seekers.ts';
import { csvTableOf } from '#app/web/csvTable.server.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { seekersByNumber } from '#db/queries/seekersByNumber.ts';
import { seekersWithKana } from '#db/queries/seekersWithKana.ts';

export const meta = pageMeta(seekersText.importTitle);

const guard = { permission: 'seeker.edit' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({ key: ctx.newKey() }));

/** Problems of the table in words, each with its line. */
const inWords = (problems: readonly SeekerFileProblem[]) =>
  problems.map((problem) => ({
    line: problem.line,
    message: seekerProblemText(problem, (error) => {
      const field = seekerFields.find(({ name }) => name === error.field);
      return field === undefined ? '' : fieldErrorText(error, field);
    }),
  }));

export const action = staffRoute.action(guard, async (ctx) => {
  const csv = await csvTableOf(ctx.form);
  const typed = { csv: csv ?? '' };
  if (ctx.form.intent === importIntents.correct) return ctx.json({ ok: true as const, table: null, typed });
  const whole = (message: string) => ctx.invalid([], typed, { problems: [{ line: null, message }] });
  if (csv === null) return whole(seekersText.unreadable);
  if (csv.trim() === '') return whole(seekersText.nothing);

  const file = readSeekerFile(csv, mostImported);
  const numbers = file.seekers.flatMap(({ number }) => (number === null ? [] : [number]));
  const found = await ctx.query(seekersByNumber, numbers);
  const problems = [...file.problems, ...problemsOfRows(file.seekers, found)];
  if (problems.length > 0)
    return ctx.invalid([], typed, { problems: inWords(problems.toSorted((a, b) => a.line - b.line)) });

  const known = await ctx.query(seekersWithKana, newKana(file.seekers));
  const table = { rows: previewOf(file.seekers, found, known), csv };
  if (ctx.form.intent !== importIntents.enter) return ctx.json({ ok: true as const, table, typed });

  const shown = ctx.form.raw.getAll('version').map((text) => (text === '' ? null : Number(text)));
  const rows = file.seekers.map(({ number, values }, index) => ({
    number,
    version: shown[index] ?? null,
    values,
  }));
  const outcome = await ctx.perform(importSeekers, { rows });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { table });
  return ctx.redirect(paths.staff.seekers(), 'seekers-imported');
});

export default function SeekerImportScreen() {
  const { key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const table = answer !== undefined && 'table' in answer ? answer.table : null;
  if (table) {
    const refusal = answer?.ok === false ? answer.refusal : null;
    const sentence = refusal ? refusalText(refusal.code as RefusalCode, refusal.params) : undefined;
    return <ImportPreview table={table} idempotencyKey={key} refusal={sentence} />;
  }
  const problems = answer !== undefined && 'problems' in answer ? answer.problems : undefined;
  return <ImportPage idempotencyKey={key} typed={answer?.typed ?? {}} problems={problems} />;
}
