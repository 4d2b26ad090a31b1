import { AuditEntryPage } from '#app/components/audit/AuditEntryPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { rowNumber } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { auditEntry } from '#db/queries/auditLog.ts';

export const meta = pageMeta(auditText.entryTitle);

export const loader = staffRoute.loader(
  { permission: 'audit.read', params: { seq: rowNumber } },
  async (ctx) => {
    const entry = (await ctx.query(auditEntry, ctx.params.seq)) ?? ctx.notFound();
    await ctx.viewed('audit.entry', entry.subject.id);
    return { entry };
  },
);

export default function AuditEntryScreen() {
  return <AuditEntryPage {...useLoaderData<typeof loader>()} />;
}
