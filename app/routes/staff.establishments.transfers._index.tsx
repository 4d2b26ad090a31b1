import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { TransfersPage } from '#app/components/transfer/TransfersPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { transferText } from '#app/text/staff/transfer.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { transfers } from '#db/queries/transfers.ts';

export const meta = pageMeta(transferText.listTitle);

export const loader = staffRoute.loader({ permission: 'establishment.read' }, async (ctx) => ({
  found: await ctx.query(transfers, pageNumber(ctx.url)),
  may: { register: ctx.may('establishment.register'), settle: ctx.may('establishment.settleTransfer') },
}));

export default function TransfersScreen() {
  return <TransfersPage {...useLoaderData<typeof loader>()} />;
}
