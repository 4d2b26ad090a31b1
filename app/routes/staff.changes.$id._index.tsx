import { ChangePage } from '#app/components/change/ChangePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ChangeKind } from '#app/domain/changeRequest.ts';
import { effectOf } from '#app/procedures/changeRequest/judgement.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';

export const meta = pageMeta<{ request: { kind: ChangeKind } }>(
  ({ request }) => changeKindWords[request.kind],
);

const view = { screen: 'change', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'review.read', params: { id: recordId }, view },
  async (ctx) => {
    const shown = (await ctx.query(reviewChange, ctx.params.id)) ?? ctx.notFound();
    return {
      ...shown,
      ...effectOf(shown, ctx.rules, ctx.today),
      mayDecide: ctx.may('changeRequest.decide'),
    };
  },
);

export default function ChangeScreen() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
