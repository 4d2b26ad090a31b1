import { ChangeDecision } from '#app/components/change/ChangeDecision.tsx';
import { establishmentVersion, noForm } from '#app/components/change/shown.ts';
import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { contentAcceptanceForm } from '#app/forms/changes.ts';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { acceptEstablishmentChange } from '#app/procedures/changeRequest/acceptEstablishment.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { changeToDecide } from '#app/web/changeToDecide.server.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';

export const meta = pageMeta(changesText.decisions.accept.title);

const guard = { permission: 'changeRequest.decide', params: { id: recordId } } as const;
const view = { screen: 'change.accept', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) =>
  changeToDecide(ctx, (await ctx.query(reviewChange, ctx.params.id)) ?? ctx.notFound()),
);

export const action = staffRoute.action(guard, async (ctx) => {
  const { id: requestId } = ctx.params;
  const { values, typed, errors } = ctx.form.read(contentAcceptanceForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const request = { requestId, version: ctx.form.version ?? 0 };
  const establishment = ctx.form.raw.get(establishmentVersion);
  const outcome =
    establishment === null
      ? await ctx.perform(acceptRequest, {
          ...request,
          overrideReason: textIn(values, 'override_reason'),
        })
      : await ctx.perform(acceptEstablishmentChange, {
          ...request,
          establishmentVersion: Number(establishment),
        });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const except = { kind: 'content' as const, id: requestId };
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except });
  return ctx.redirect(afterDecision(next, tab), 'change-accepted');
});

export default function AcceptChangeScreen() {
  const answer = useActionData<typeof action>();
  const shown = useLoaderData<typeof loader>();
  const form = shown.request.kind === 'content' ? contentAcceptanceForm : noForm;
  return <ChangeDecision {...shown} act="accept" form={form} answer={answer} />;
}
