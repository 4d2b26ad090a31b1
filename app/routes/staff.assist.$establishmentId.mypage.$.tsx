import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(assistText.closedTitle);

/** Pages on which the employer acts: they are not shown, and there is no action to post to. */
export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId } },
  async (ctx) => ({ frame: (await assistOf(ctx, 'assist.home')).frame }),
);

export default function AssistClosedScreen() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <PageTitle title={assistText.closedTitle} />
      <p>{assistText.closed}</p>
      <ButtonRow>
        <ButtonLink to={paths.mypage.home()}>{assistText.toHome}</ButtonLink>
      </ButtonRow>
    </AssistFrame>
  );
}
