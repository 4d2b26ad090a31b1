import { ChangeView } from '#app/components/mypage/ChangeView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ChangeKind } from '#app/domain/changeRequest.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { differences, establishmentDifferences } from '#app/web/wordDiff.server.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';

export const meta = pageMeta<{ request: { kind: ChangeKind } }>(({ request }) =>
  changesText.record.title(changeKindWords[request.kind]),
);

export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { id: recordId } },
  async (ctx) => {
    const shown = (await ctx.query(mypageChange, ctx.params.id)) ?? ctx.notFound();
    const { kind, before, after } = shown.request;
    const compare = kind === 'establishment' ? establishmentDifferences : differences;
    return { ...shown, differences: compare(before, after) };
  },
);

export default function ChangePage() {
  return <ChangeView {...useLoaderData<typeof loader>()} />;
}
