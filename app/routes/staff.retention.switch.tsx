import { SwitchPage } from '#app/components/retention/SwitchPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { retentionSwitchForm } from '#app/forms/retention.ts';
import { switchAutomaticErasure } from '#app/procedures/retention/switchAutomatic.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { dueMypages, retentionSetting } from '#db/queries/retention.ts';

export const meta = pageMeta<{ automatic: boolean }>(({ automatic }) =>
  automatic ? retentionText.switch.stop : retentionText.switch.start,
);

const guard = { permission: 'retention.switch' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const setting = await ctx.query(retentionSetting);
  return {
    automatic: setting?.automatic ?? false,
    due: (await ctx.query(dueMypages, ctx.today, 1)).total,
    version: setting?.version ?? 0,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(retentionSwitchForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const automatic = ctx.form.intent === 'start';
  const outcome = await ctx.perform(switchAutomaticErasure, {
    automatic,
    reason: textIn(values, 'reason') ?? '',
    version: ctx.form.version ?? 0,
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.retention(), automatic ? 'erasure-started' : 'erasure-stopped');
});

export default function RetentionSwitchScreen() {
  return <SwitchPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
