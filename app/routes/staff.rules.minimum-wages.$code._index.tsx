import { codesOf, PrefecturePage, yenShown } from '#app/components/minimumWage/PrefecturePage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { minimumWageForm } from '#app/forms/minimumWage.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { enterMinimumWages } from '#app/procedures/minimumWage/enter.ts';
import { knownWagesOf, stateOf, summaryOf } from '#app/procedures/minimumWage/known.ts';
import { previewOf } from '#app/procedures/minimumWage/preview.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { textLike } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';

export const meta = pageMeta<{ name: string }>(({ name }) => minimumWagesText.prefectureTitle(name));

const params = { code: textLike(/^(?:0[1-9]|[1-3]\d|4[0-7])$/) };

export const loader = staffRoute.loader({ permission: 'minimumWage.read', params }, async (ctx) => {
  const { code } = ctx.params;
  const { entered, names } = await ctx.query(minimumWages);
  const wages = knownWagesOf(entered, code);
  return {
    code,
    name: prefectures.find(({ value }) => value === code)?.label ?? code,
    missed: summaryOf(wages, code, ctx.today).missed,
    history: wages.toReversed().map(({ yen, from, begunBy, source, entered: own }) => ({
      yen,
      from,
      begunBy,
      source,
      state: stateOf(wages, from, ctx.today),
      entered: own && { id: own.id, by: names[own.id] ?? '', at: own.enteredAt },
    })),
    idempotencyKey: ctx.may('minimumWage.enter') ? ctx.newKey() : null,
  };
});

export const action = staffRoute.action({ permission: 'minimumWage.enter', params }, async (ctx) => {
  const { code } = ctx.params;
  const { values, typed, errors } = ctx.form.read(minimumWageForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const { entered } = await ctx.query(minimumWages);
  const wage = { prefecture: code, yen: Number(values.yen), from: String(values.effective_from) };
  const before = yenShown(String(ctx.form.raw.get('shown') ?? ''), wage.from);
  const [{ doubts } = { doubts: [] }] = previewOf(entered, [wage], ctx.today);
  const questions = { doubts, replaces: before === wage.yen ? null : before };
  const confirmed = ctx.form.raw.getAll('confirmed').map(String);
  if (codesOf(questions).some((question) => !confirmed.includes(question)))
    return ctx.invalid([], typed, questions);
  const outcome = await ctx.perform(enterMinimumWages, {
    source: textIn(values, 'source') ?? '',
    wages: [{ ...wage, before }],
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed, questions);
  return ctx.redirect(paths.staff.minimumWage(code), 'wages-entered');
});

export default function PrefectureScreen() {
  return <PrefecturePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
