import { byWords } from '#app/components/rule/change/RuleChangesPage.tsx';
import { RuleChangeTextPage } from '#app/components/rule/change/RuleChangeTextPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { draftRead } from '#app/procedures/ruleChange/read.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { shortInstant } from '#app/text/format.ts';
import { ruleChangesText } from '#app/text/staff/ruleChanges.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => ruleChangesText.textTitle(title));

const guard = { permission: 'ruleChange.edit', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  if (change.state !== 'draft') return ctx.redirect(paths.staff.ruleChange(change.id));
  const { problems } = await draftRead(change.ruleSet, change.text);
  return {
    id: change.id,
    title: titleOf(ctx.rules, change.ruleSet),
    version: change.version,
    saved: {
      by: byWords(change.names[change.updatedBy] ?? change.updatedBy),
      at: shortInstant(change.updatedAt),
    },
    text: change.text,
    problems,
    idempotencyKey: ctx.newKey(),
  };
});

/** The draft is saved as it is; what is wrong with it stands on the same page, at line and column. */
export const action = staffRoute.action(guard, async (ctx) => {
  const text = String(ctx.form.raw.get('text') ?? '').replace(/\r\n/g, '\n');
  const outcome = await ctx.perform(editRuleChange, {
    changeId: ctx.params.id,
    version: ctx.form.version ?? 0,
    text: text === '' ? '{}' : text,
    edits: [],
  });
  if (!outcome.ok) return ctx.invalid(outcome, { text });
  return ctx.redirect(paths.staff.ruleChangeText(ctx.params.id), 'rule-draft-saved');
});

export default function RuleChangeTextScreen() {
  return <RuleChangeTextPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
