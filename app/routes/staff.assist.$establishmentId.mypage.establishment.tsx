import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { EstablishmentView } from '#app/components/mypage/EstablishmentView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { changesOfEstablishment } from '#db/queries/mypageChange.ts';
import { mypageEstablishment } from '#db/queries/mypageEstablishment.ts';

export const meta = pageMeta(assistText.title);

export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId } },
  async (ctx) => {
    const { frame, read } = await assistOf(ctx, 'assist.establishment');
    const { establishment, offices } = await read(mypageEstablishment);
    if (establishment === null) return ctx.notFound();
    const changes = await read(changesOfEstablishment);
    return { frame, establishment, changes, office: offices.find(({ id }) => id === establishment.officeId) };
  },
);

export default function AssistEstablishmentScreen() {
  const { frame, ...page } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <EstablishmentView {...page} office={page.office} />
    </AssistFrame>
  );
}
