import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { PostingView } from '#app/components/mypage/PostingView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { changesOfPosting } from '#db/queries/mypageChange.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

export const meta = pageMeta(assistText.title);

export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId, id: recordId } },
  async (ctx) => {
    const { frame, read } = await assistOf(ctx, 'assist.posting');
    const { id } = ctx.params;
    const posting = (await read(mypagePosting, id)) ?? ctx.notFound();
    return { frame, page: { ...posting, changes: await read(changesOfPosting, id) } };
  },
);

export default function AssistPostingScreen() {
  const { frame, page } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <PostingView {...page} />
    </AssistFrame>
  );
}
