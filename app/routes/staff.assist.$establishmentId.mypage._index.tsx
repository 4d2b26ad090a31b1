import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { Home } from '#app/components/mypage/Home.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { missingResults } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';

export const meta = pageMeta(assistText.title);

export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId } },
  async (ctx) => {
    const { frame, read } = await assistOf(ctx, 'assist.home');
    const { records, office } = await read(mypageAccess, ctx.today);
    const { overdueBefore } = agesOn(ctx.rules, ctx.today);
    return {
      frame,
      page: {
        ...(await read(mypageHome)),
        missingResults: await read(missingResults, { today: ctx.today, overdueBefore }),
        access: {
          verdict: await judgeAccess(ctx.rules, records, ctx.today),
          restrictedSince: records.restriction?.begunOn ?? null,
          suspendedSince: records.suspendedOn,
          office,
        },
        today: ctx.today,
      },
    };
  },
);

export default function AssistHomeScreen() {
  const { frame, page } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <Home {...page} />
    </AssistFrame>
  );
}
