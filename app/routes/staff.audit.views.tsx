import { filterIn } from '#app/components/audit/filter.ts';
import { ViewsPage } from '#app/components/audit/ViewsPage.tsx';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officePeople, viewLog } from '#db/queries/auditLog.ts';

export const meta = pageMeta(auditText.viewsTitle);

export const loader = staffRoute.loader({ permission: 'audit.read' }, async (ctx) => {
  const filter = filterIn(ctx.url);
  return {
    search: ctx.url.search,
    filter,
    people: await ctx.query(officePeople),
    views: await ctx.query(viewLog, filter, pageNumber(ctx.url)),
  };
});

export default function ViewsScreen() {
  return <ViewsPage {...useLoaderData<typeof loader>()} />;
}
