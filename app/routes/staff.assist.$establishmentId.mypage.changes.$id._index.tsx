import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { ChangeView } from '#app/components/mypage/ChangeView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { differences } from '#app/web/wordDiff.server.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';

export const meta = pageMeta(assistText.title);

export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId, id: recordId } },
  async (ctx) => {
    const { frame, read } = await assistOf(ctx, 'assist.change');
    const shown = (await read(mypageChange, ctx.params.id)) ?? ctx.notFound();
    const { before, after } = shown.request;
    return { frame, page: { ...shown, differences: differences(before, after) } };
  },
);

export default function AssistChangeScreen() {
  const { frame, page } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <ChangeView {...page} />
    </AssistFrame>
  );
}
