import { textIn } from '#app/components/review/decided.ts';
import { type RuleChangeAct, RuleChangeActPage } from '#app/components/rule/change/RuleChangeActPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { FormDefinition, FormValues } from '#app/forms/field.ts';
import { approveForm, noteForm, submitForm } from '#app/forms/ruleChange.ts';
import { approveRuleChange } from '#app/procedures/ruleChange/approve.ts';
import { latestStanding, type OfferedAct, offeredActs } from '#app/procedures/ruleChange/offered.ts';
import { rebaseRuleChange } from '#app/procedures/ruleChange/rebase.ts';
import { returnRuleChange } from '#app/procedures/ruleChange/return.ts';
import { settleUrgentChange } from '#app/procedures/ruleChange/settleUrgent.ts';
import { submitRuleChange } from '#app/procedures/ruleChange/submit.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { withdrawRuleChange } from '#app/procedures/ruleChange/withdraw.ts';
import type { DoneCode } from '#app/text/done.ts';
import { longDate } from '#app/text/format.ts';
import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta<{ act: RuleChangeAct }>(({ act }) => text.acts[act].title);

const note = (act: keyof typeof text.noteLabels): FormDefinition =>
  noteForm(act, text.acts[act].title, text.noteLabels[act]);

/** What each act asks, and what is said when it is done. */
const acts: Readonly<Record<OfferedAct, { form: FormDefinition | null; done: DoneCode }>> = {
  submit: { form: submitForm, done: 'rule-change-submitted' },
  approve: { form: approveForm, done: 'rule-change-approved' },
  return: { form: note('return'), done: 'rule-change-returned' },
  withdraw: { form: note('withdraw'), done: 'rule-change-withdrawn' },
  cancel: { form: note('cancel'), done: 'rule-change-withdrawn' },
  confirm: { form: note('confirm'), done: 'rule-change-settled' },
  revoke: { form: note('revoke'), done: 'rule-change-settled' },
  rebase: { form: null, done: 'rule-draft-saved' },
};

const isAct = (name: string | undefined): name is OfferedAct =>
  name !== undefined && Object.hasOwn(acts, name);

const guard = {
  permission: 'ruleChange.edit',
  params: { id: recordId, act: (name: string | undefined) => (isAct(name) ? name : null) },
} as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, act } = ctx.params;
  const change = (await ctx.query(ruleChange, id)) ?? ctx.notFound();
  if (!offeredActs(change, change.versions, ctx.actor, ctx.today).includes(act))
    return ctx.redirect(paths.staff.ruleChange(id));
  return {
    id,
    act,
    form: acts[act].form,
    version: change.version,
    facts: [
      { label: text.facts.ruleSet, value: titleOf(ctx.rules, change.ruleSet) },
      { label: text.facts.base, value: change.baseVersion },
      ...(change.newVersion === null ? [] : [{ label: text.facts.version, value: change.newVersion }]),
      ...(change.newVersion === null || change.effectiveFrom === null
        ? []
        : [{ label: text.facts.from, value: longDate(change.effectiveFrom) }]),
      ...(change.reason === null ? [] : [{ label: text.facts.reason, value: change.reason }]),
    ],
    hidden: (act === 'rebase' ? { onto: latestStanding(change.versions) } : {}) as Record<string, string>,
    typed: (act === 'submit' ? { effective_from: ctx.today, reason: change.reason ?? '' } : {}) as Record<
      string,
      string
    >,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id, act } = ctx.params;
  const { form, done } = acts[act];
  const { values, typed, errors } = form
    ? ctx.form.read(form)
    : { values: {} as FormValues, typed: {}, errors: [] };
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const shown = { changeId: id, version: ctx.form.version ?? 0 };
  const reason = textIn(values, 'reason') ?? '';
  const run = () => {
    switch (act) {
      case 'submit':
        return ctx.perform(submitRuleChange, {
          ...shown,
          reason,
          effectiveFrom: String(values.effective_from),
          urgent: values.urgent === true,
        });
      case 'approve':
        return ctx.perform(approveRuleChange, { ...shown, note: textIn(values, 'note') });
      case 'return':
        return ctx.perform(returnRuleChange, { ...shown, note: reason });
      case 'confirm':
      case 'revoke':
        return ctx.perform(settleUrgentChange, { ...shown, decision: act, note: reason });
      case 'withdraw':
      case 'cancel':
        return ctx.perform(withdrawRuleChange, { ...shown, event: act, note: reason });
      case 'rebase':
        return ctx.perform(rebaseRuleChange, { ...shown, onto: String(ctx.form.raw.get('onto') ?? '') });
    }
  };
  const outcome = await run();
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.ruleChange(id), done);
});

export default function RuleChangeActScreen() {
  return <RuleChangeActPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
