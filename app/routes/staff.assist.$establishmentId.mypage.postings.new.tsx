import { AssistClosedPage } from '#app/components/assist/AssistClosedPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(assistText.closedTitle);

/** 求人を申し込む is an act of the employer, and is no posting called `new`. */
export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId } },
  async (ctx) => ({ frame: (await assistOf(ctx, 'assist.home')).frame }),
);

export default function AssistNewPostingScreen() {
  return <AssistClosedPage {...useLoaderData<typeof loader>()} />;
}
