import { HoldPage } from '#app/components/retention/HoldPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { legalHoldForm, liftHoldForm } from '#app/forms/retention.ts';
import { liftLegalHold } from '#app/procedures/retention/liftHold.ts';
import { placeLegalHold } from '#app/procedures/retention/placeHold.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { holdSubject } from '#db/queries/retention.ts';

const act = oneOf(['place', 'lift'] as const);
const guard = { permission: 'retention.hold', params: { establishmentId: recordId, act } } as const;

export const meta = pageMeta<{ act: 'place' | 'lift' }>((shown) =>
  shown.act === 'place' ? retentionText.holdTitle : retentionText.liftTitle,
);

export const loader = staffRoute.loader(guard, async (ctx) => ({
  act: ctx.params.act,
  ...((await ctx.query(holdSubject, ctx.params.establishmentId)) ?? ctx.notFound()),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { establishmentId } = ctx.params;
  const placing = ctx.params.act === 'place';
  const { values, typed, errors } = ctx.form.read(placing ? legalHoldForm : liftHoldForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const reason = textIn(values, 'reason') ?? '';
  const outcome = placing
    ? await ctx.perform(placeLegalHold, { establishmentId, reason, until: textIn(values, 'until') ?? '' })
    : await ctx.perform(liftLegalHold, { establishmentId, reason });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.retentionHolds(), placing ? 'legal-hold-placed' : 'legal-hold-lifted');
});

export default function LegalHoldScreen() {
  return <HoldPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
