import { ComplaintsPage } from '#app/components/employerRecords/ComplaintsPage.tsx';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { complaintList } from '#db/queries/employerRecords.ts';

export const meta = pageMeta(employerRecordsText.list.title);

export const loader = staffRoute.loader({ permission: 'establishment.read' }, async (ctx) => {
  const open = ctx.url.searchParams.get('state') !== 'settled';
  return {
    open,
    complaints: await ctx.query(complaintList, { open, page: pageNumber(ctx.url) }),
    handles: ctx.may('complaint.handle'),
  };
});

export default function ComplaintsScreen() {
  return <ComplaintsPage {...useLoaderData<typeof loader>()} />;
}
