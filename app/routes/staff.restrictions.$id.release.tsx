import { ReleasePage } from '#app/components/restriction/ReleasePage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ReleaseChannel } from '#app/domain/restriction.ts';
import { releaseForm } from '#app/forms/restriction.ts';
import { lastPromise, releaseRestriction } from '#app/procedures/restriction/release.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { overdueShown, shownRestriction } from '#app/web/shownRestriction.server.ts';
import { restrictionCard } from '#db/queries/restrictionCard.ts';

export const meta = pageMeta(restrictionsText.releaseTitle);

const guard = { permission: 'restriction.release', params: { id: recordId } } as const;
const view = { screen: 'restriction.release', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  ...(await shownRestriction(ctx, await ctx.query(restrictionCard, ctx.params.id, overdueShown(ctx)))),
  promiseBy: lastPromise(ctx.rules, ctx.today),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(releaseForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(releaseRestriction, {
    restrictionId: ctx.params.id,
    reason: textIn(values, 'reason') ?? '',
    spokenTo: textIn(values, 'spoken_to') ?? '',
    // The catalogue's choices are these words and no others.
    channel: textIn(values, 'channel') as ReleaseChannel,
    promisedOn: textIn(values, 'promised_on'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.restriction(ctx.params.id), 'restriction-released');
});

export default function ReleaseScreen() {
  return <ReleasePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
