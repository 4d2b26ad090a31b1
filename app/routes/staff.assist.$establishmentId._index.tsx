import { assistIntents, BeginPage } from '#app/components/assist/BeginPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistForm } from '#app/forms/assist.ts';
import { beginAssist } from '#app/procedures/assist/begin.ts';
import { endAssist } from '#app/procedures/assist/end.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { assistedEstablishment } from '#db/queries/assist.ts';

export const meta = pageMeta(assistText.title);

const guard = { permission: 'assist.view', params: { establishmentId: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { establishmentId } = ctx.params;
  const establishment = (await ctx.query(assistedEstablishment, establishmentId, ctx.now)) ?? ctx.notFound();
  return {
    establishment,
    minutes: Number(ctx.rules.parameter('limits/assist', 'minutes', ctx.today)),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { establishmentId } = ctx.params;
  if (ctx.form.intent === assistIntents.end) {
    await ctx.perform(endAssist, { establishmentId });
    return ctx.redirect(paths.staff.establishment(establishmentId), 'assist-ended');
  }
  const { values, typed, errors } = ctx.form.read(assistForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(beginAssist, {
    establishmentId,
    reason: textIn(values, 'reason') ?? '',
    caller: textIn(values, 'caller') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.assistHome(establishmentId));
});

export default function BeginScreen() {
  return <BeginPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
