import { RuleChangeEditPage } from '#app/components/rule/change/RuleChangeEditPage.tsx';
import { byWords } from '#app/components/rule/change/RuleChangesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleDraftForm } from '#app/forms/ruleChange.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { draftRead, editsOf } from '#app/procedures/ruleChange/read.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { shortInstant } from '#app/text/format.ts';
import { ruleChangesText } from '#app/text/staff/ruleChanges.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => ruleChangesText.editTitle(title));

const guard = { permission: 'ruleChange.edit', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  if (change.state !== 'draft') return ctx.redirect(paths.staff.ruleChange(change.id));
  const { parts } = await draftRead(change.ruleSet, change.text);
  return {
    id: change.id,
    title: titleOf(ctx.rules, change.ruleSet),
    version: change.version,
    saved: {
      by: byWords(change.names[change.updatedBy] ?? change.updatedBy),
      at: shortInstant(change.updatedAt),
    },
    parts,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  const { parts } = await draftRead(change.ruleSet, change.text);
  const { values, typed, errors } = ctx.form.read(ruleDraftForm(parts));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(editRuleChange, {
    changeId: change.id,
    version: ctx.form.version ?? 0,
    text: null,
    edits: editsOf(parts, values),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.ruleChange(change.id), 'rule-draft-saved');
});

export default function RuleChangeEditScreen() {
  return <RuleChangeEditPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
