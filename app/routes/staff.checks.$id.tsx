import { SettleCheckPage } from '#app/components/check/SettleCheckPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { subjectPath } from '#app/components/review/SubjectAbout.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { settleCheckForm } from '#app/forms/reviewDesk.ts';
import { settleExtraCheck } from '#app/procedures/extraCheck/settle.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { extraCheck } from '#db/queries/extraChecks.ts';

export const meta = pageMeta(checkText.settleTitle);

const guard = { permission: 'extraCheck.edit', params: { id: recordId } } as const;
const view = { screen: 'check', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  check: (await ctx.query(extraCheck, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const check = (await ctx.query(extraCheck, id)) ?? ctx.notFound();
  const { values, typed, errors } = ctx.form.read(settleCheckForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const version = ctx.form.version ?? 0;
  const outcome = await ctx.perform(settleExtraCheck, { checkId: id, version, note: textIn(values, 'note') });
  return outcome.ok ? ctx.redirect(subjectPath(check), 'check-settled') : ctx.invalid(outcome, typed);
});

export default function SettleCheckScreen() {
  return <SettleCheckPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
