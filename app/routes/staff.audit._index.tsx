import { AuditPage } from '#app/components/audit/AuditPage.tsx';
import { filterIn } from '#app/components/audit/filter.ts';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { auditLog, fileLimit, officePeople } from '#db/queries/auditLog.ts';

export const meta = pageMeta(auditText.title);

export const loader = staffRoute.loader({ permission: 'audit.read' }, async (ctx) => {
  const filter = filterIn(ctx.url);
  return {
    search: ctx.url.search,
    filter,
    people: await ctx.query(officePeople),
    log: await ctx.query(auditLog, filter, pageNumber(ctx.url)),
    fileRows: fileLimit,
  };
});

export default function AuditScreen() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
