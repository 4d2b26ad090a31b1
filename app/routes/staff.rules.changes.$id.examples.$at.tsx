import { exampleChoices } from '#app/components/rule/change/exampleForm.ts';
import { RuleExamplePage } from '#app/components/rule/change/RuleExamplePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ExampleCase } from '#app/domain/ruleDraft.ts';
import type { TypedText } from '#app/forms/field.ts';
import { expectationText, readExample } from '#app/forms/ruleExample.ts';
import { caseText, readCase, type TriedFact } from '#app/forms/ruleTrial.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import {
  editsToWrite,
  editToRemove,
  exampleDesk,
  judgedByDraft,
} from '#app/procedures/ruleChange/examples.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { ruleExamplesText } from '#app/text/staff/ruleExamples.ts';
import { ruleTrialText } from '#app/text/staff/ruleTrial.ts';
import { recordId, textLike } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(ruleExamplesText.title);

const guard = {
  permission: 'ruleChange.edit',
  params: { id: recordId, at: textLike(/^(new|[1-9]\d{0,2})$/) },
} as const;

const { words } = ruleTrialText;

const textOf = (
  facts: readonly TriedFact[],
  { title, asOf, facts: known, expect }: ExampleCase,
): TypedText => ({
  example_title: title,
  ...caseText(facts, asOf, known),
  ...expectationText(expect),
});

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, at } = ctx.params;
  const change = (await ctx.query(ruleChange, id)) ?? ctx.notFound();
  const desk = await exampleDesk(change.ruleSet, change.text);
  if (change.state !== 'draft' || desk === null) return ctx.redirect(paths.staff.ruleExamples(id));
  const { draft: _, examples, ...offer } = desk;
  const { searchParams } = ctx.url;
  const shown = examples[Number(at === 'new' ? searchParams.get('copy') : at) - 1] ?? null;
  if (at !== 'new' && shown === null) return ctx.notFound();
  const empty = searchParams.has('judge')
    ? readCase(offer.facts, words, searchParams).typed
    : caseText(offer.facts, ctx.today, {});
  return {
    id,
    ruleSet: change.ruleSet,
    title: titleOf(ctx.rules, change.ruleSet),
    version: change.version,
    at: at === 'new' ? ('new' as const) : Number(at),
    offer,
    typed: shown === null ? empty : textOf(offer.facts, shown),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id, at } = ctx.params;
  const change = (await ctx.query(ruleChange, id)) ?? ctx.notFound();
  const desk = await exampleDesk(change.ruleSet, change.text);
  if (desk === null) return ctx.redirect(paths.staff.ruleExamples(id));
  const read = readExample(exampleChoices(change.ruleSet, desk), words, ctx.form.raw);

  if (ctx.form.intent === 'judge') {
    const { asOf, facts, errors } = readCase(desk.facts, words, ctx.form.raw);
    if (errors.length > 0) return ctx.invalid(errors, read.typed, { judged: null });
    const judged = await judgedByDraft(desk, asOf, facts);
    if (judged === 'outside-calendar') return ctx.invalid([], read.typed, { judged });
    return ctx.invalid([], { ...read.typed, ...expectationText(judged.expect) }, { judged: judged.shown });
  }

  const place = at === 'new' ? null : Number(at) - 1;
  const removes = ctx.form.intent === 'remove' && place !== null;
  if (!removes && read.errors.length > 0) return ctx.invalid(read.errors, read.typed, { judged: null });
  const outcome = await ctx.perform(editRuleChange, {
    changeId: change.id,
    version: ctx.form.version ?? 0,
    text: null,
    edits: removes ? [editToRemove(place)] : editsToWrite(desk, place, read),
  });
  if (!outcome.ok) return ctx.invalid(outcome, read.typed, { judged: null });
  return ctx.redirect(paths.staff.ruleExamples(id), removes ? 'rule-example-removed' : 'rule-example-saved');
});

export default function RuleExampleScreen() {
  return <RuleExamplePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
