import { establishmentVersion } from '#app/components/change/shown.ts';
import { EstablishmentChangeConfirm } from '#app/components/mypage/EstablishmentChangeConfirm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canChangeMove } from '#app/domain/changeRequest.ts';
import { detailsWith } from '#app/procedures/changeRequest/establishment.ts';
import { submitEstablishmentChange } from '#app/procedures/changeRequest/submitEstablishment.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { establishmentDifferences } from '#app/web/wordDiff.server.ts';
import { changesOfEstablishment } from '#db/queries/mypageChange.ts';
import { mypageEstablishment } from '#db/queries/mypageEstablishment.ts';

export const meta = pageMeta(changesText.establishment.confirm.title);

const options = { permission: 'changeRequest.ask' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { establishment } = await ctx.query(mypageEstablishment);
  const changes = await ctx.query(changesOfEstablishment);
  const request = changes.find(({ state }) => canChangeMove('submit', state));
  if (establishment === null || request === undefined) return ctx.redirect(paths.mypage.establishment());
  return {
    request,
    establishmentVersion: establishment.version,
    differences: establishmentDifferences(establishment.details, detailsWith(request, establishment)),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const outcome = await ctx.perform(submitEstablishmentChange, {
    requestId: String(ctx.form.raw.get('request') ?? ''),
    version: ctx.form.version ?? 0,
    establishmentVersion: Number(ctx.form.raw.get(establishmentVersion)),
  });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.mypage.change(outcome.value.requestId), 'change-asked');
});

export default function EstablishmentChangeConfirmScreen() {
  const answer = useActionData<typeof action>();
  return <EstablishmentChangeConfirm {...useLoaderData<typeof loader>()} answer={answer} />;
}
