import { RuleChangePage } from '#app/components/rule/change/RuleChangePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canHappenTo } from '#app/domain/ruleChange.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { latestStanding, offeredActs } from '#app/procedures/ruleChange/offered.ts';
import {
  adoptionEdits,
  draftCompared,
  draftRead,
  judgesSituations,
} from '#app/procedures/ruleChange/read.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => title);

const params = { id: recordId };

export const loader = staffRoute.loader({ permission: 'ruleChange.read', params }, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  const { ruleSet, names, versions, baseVersion } = change;
  const { problems, parts, examples, findings } = await draftRead(ruleSet, change.text);
  const named = (id: string) => names[id] ?? id;
  const latest = latestStanding(versions);
  const edits = ctx.may('ruleChange.edit') && canHappenTo('edit', change.state);
  const isOpen = edits || canHappenTo('approve', change.state);
  return {
    id: change.id,
    ruleSet,
    title: titleOf(ctx.rules, ruleSet),
    state: change.state,
    version: change.version,
    baseVersion,
    newVersion: change.newVersion,
    effectiveFrom: change.effectiveFrom,
    reason: change.reason,
    note: change.note,
    editors: change.editors.map(named),
    updated: { by: named(change.updatedBy), at: change.updatedAt },
    submitted:
      change.submittedBy !== null && change.submittedAt !== null
        ? { by: named(change.submittedBy), at: change.submittedAt }
        : null,
    decided:
      change.decidedBy !== null && change.decidedAt !== null
        ? { by: named(change.decidedBy), at: change.decidedAt }
        : null,
    problems,
    examples,
    findings,
    compared: await draftCompared(ruleSet, change.baseText, change.text),
    movedTo: isOpen && latest !== baseVersion ? latest : null,
    acts: offeredActs(change, versions, ctx.actor, ctx.today),
    edits,
    tries: ctx.may('rule.try') && parts.length > 0 && judgesSituations(ruleSet),
    idempotencyKey: edits ? ctx.newKey() : null,
  };
});

/** 期待する結論の書換え: the examples whose new outcome somebody has looked at. */
export const action = staffRoute.action({ permission: 'ruleChange.edit', params }, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  const indices = ctx.form.raw.getAll('example').map(Number).filter(Number.isSafeInteger);
  const edits = await adoptionEdits(change.ruleSet, change.text, indices);
  if (edits.length === 0) return ctx.redirect(paths.staff.ruleChange(change.id));
  const outcome = await ctx.perform(editRuleChange, {
    changeId: change.id,
    version: ctx.form.version ?? 0,
    text: null,
    edits,
  });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.staff.ruleChange(change.id), 'rule-draft-saved');
});

export default function RuleChangeScreen() {
  return <RuleChangePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
