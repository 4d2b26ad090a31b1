import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ThreadsPage } from '#app/components/message/ThreadsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { messagesText } from '#app/text/mypage/messages.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { messageThreads } from '#db/queries/messageThreads.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(messagesText.title);

export const loader = mypageRoute.loader({ permission: 'message.readOwn' }, async (ctx) => {
  const { rules, today } = ctx;
  return {
    found: await ctx.query(messageThreads, { page: pageNumber(ctx.url), today }),
    closed: await expectedRefusal(rules, 'message-send', await ctx.query(mypageAccess, today), today),
  };
});

export default function MessagesScreen() {
  return <ThreadsPage {...useLoaderData<typeof loader>()} />;
}
