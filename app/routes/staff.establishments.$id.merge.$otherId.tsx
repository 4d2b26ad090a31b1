import { MergePage } from '#app/components/merge/MergePage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { mergeObstacle } from '#app/domain/merge.ts';
import { mergeForm } from '#app/forms/merge.ts';
import { mergeEstablishments, mostImages } from '#app/procedures/establishment/merge.ts';
import { tellApart } from '#app/procedures/establishment/tellApart.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { mergeText } from '#app/text/staff/merge.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';
import { comparedEstablishments } from '#db/queries/establishmentMerges.ts';

export const meta = pageMeta(mergeText.title);

const guard = { permission: 'establishment.compare', params: { id: recordId, otherId: recordId } } as const;

export const loader = staffRoute.loader(
  { ...guard, view: { screen: 'establishment.merge', subject: ({ otherId }) => otherId } },
  async (ctx) => {
    const { id, otherId } = ctx.params;
    if (id === otherId) return ctx.notFound();
    const [kept, merged] = (await ctx.query(comparedEstablishments, [id, otherId])) ?? ctx.notFound();
    const ages = agesOn(ctx.rules, ctx.today);
    return {
      kept,
      merged,
      obstacle: mergeObstacle(kept.side, merged.side, mostImages(ctx.rules, ctx.today)),
      limit: { most: ages.maxUnregistered, weeks: ages.overdueWeeks },
      mayMerge: ctx.may('establishment.merge'),
      keys: { merge: ctx.newKey(), apart: ctx.newKey() },
    };
  },
);

export const action = staffRoute.action(guard, async (ctx) => {
  const { id, otherId } = ctx.params;
  if (ctx.form.intent === 'apart') {
    const told = await ctx.perform(tellApart, { oneId: id, otherId });
    return told.ok ? ctx.redirect(paths.staff.duplicates(), 'told-apart') : ctx.invalid(told, {});
  }
  const merged = (await ctx.query(establishmentRecord, otherId)) ?? ctx.notFound();
  const { values, typed, errors } = ctx.form.read(mergeForm({ provisional: merged.state === 'provisional' }));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(mergeEstablishments, {
    keptId: id,
    keptVersion: ctx.form.version ?? 0,
    mergedId: otherId,
    mergedVersion: Number(ctx.form.raw.get('merged_version')) || 0,
    reason: textIn(values, 'merge_reason') ?? '',
    identityChecked: values.identity_checked === true,
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.establishment(id), 'merged');
});

export default function MergeScreen() {
  return <MergePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
