import { StartPage, startForm } from '#app/components/backTest/StartPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import { type BackTestRange, lastDecisions } from '#app/domain/backTest.ts';
import { inForceText, type TriedParameters, triedValues } from '#app/forms/backTest.ts';
import type { FormValues } from '#app/forms/field.ts';
import { draftOf, judgedRuleSet, parametersToTry } from '#app/procedures/backTest/read.ts';
import { startBackTest } from '#app/procedures/backTest/start.ts';
import { backTestsText } from '#app/text/staff/backTests.ts';
import type { RouteContext } from '#app/web/context.ts';
import { textLike } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { backTestsOf } from '#db/queries/backTests.ts';
import { ruleChangeText } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(backTestsText.startTitle);

const name = textLike(/^[a-z]+(-[a-z]+)*$/);
const guard = { permission: 'rule.try', params: { area: name, name } } as const;

type Context = RouteContext<StaffActor, { area: string; name: string }>;

/** What is to be tried: a rule set in force, and the change of the address or the parameters to alter. */
async function triedIn(ctx: Context) {
  const { area, name: last } = ctx.params;
  const ruleSet = judgedRuleSet(ctx.rules, `${area}/${last}`, ctx.today) ?? ctx.notFound();
  const change = ctx.url.searchParams.get('change');
  if (change !== null && (await ctx.query(ruleChangeText, change)) === null) ctx.notFound();
  const parameters: TriedParameters = change === null ? parametersToTry(ruleSet) : {};
  return { ruleSet, change, parameters };
}

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { ruleSet, change, parameters } = await triedIn(ctx);
  return {
    ruleSet: { id: ruleSet.id, title: ruleSet.title },
    change,
    parameters,
    typed: inForceText(parameters),
    earlier: await ctx.query(backTestsOf, ruleSet.id),
    idempotencyKey: ctx.newKey(),
  };
});

const rangeOf = ({ range, from, to }: FormValues): BackTestRange => {
  if (range === 'days') return { kind: 'days', from: String(from), to: String(to) };
  return range === 'all' ? { kind: 'all' } : { kind: 'last', count: lastDecisions };
};

export const action = staffRoute.action(guard, async (ctx) => {
  const { ruleSet, change, parameters } = await triedIn(ctx);
  const read = ctx.form.read(startForm(parameters));
  const pasted = String(ctx.form.raw.get('draft_text') ?? '');
  const typed = { ...read.typed, draft_text: pasted };
  if (read.errors.length > 0) return ctx.invalid(read.errors, typed);
  const range = rangeOf(read.values);
  if (range.kind === 'days' && range.from > range.to) {
    const params = { first: range.from, last: ctx.today };
    return ctx.invalid([{ field: 'to', code: 'outside-days', params }], typed);
  }
  const text =
    pasted.trim() === ''
      ? draftOf(ruleSet, triedValues(parameters, read.values))
      : pasted.replaceAll('\r\n', '\n');
  const outcome = await ctx.perform(startBackTest, {
    ruleSet: ruleSet.id,
    draft: change === null ? { text } : { changeId: change },
    range,
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.backTest(outcome.value.backTestId), 'back-test-started');
});

export default function StartScreen() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <StartPage {...data} typed={answer?.typed ?? data.typed} answer={answer} />;
}
