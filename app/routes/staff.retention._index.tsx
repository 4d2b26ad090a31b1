import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { DuePage } from '#app/components/retention/DuePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { dueMypages, dueNobodys, lastFileCheck, retentionSetting } from '#db/queries/retention.ts';

export const meta = pageMeta(retentionText.title);

export const loader = staffRoute.loader({ permission: 'retention.read' }, async (ctx) => {
  const { rules, sources } = ctx.rules.inForce('retention/account', ctx.today);
  const titleOf = new Map(rules.map(({ id, title }) => [id, title]));
  const due = await ctx.query(dueMypages, ctx.today, pageNumber(ctx.url));
  return {
    due: {
      ...due,
      rows: due.rows.map(({ rules: ids, ...row }) => ({
        ...row,
        titles: ids.map((id) => titleOf.get(id) ?? id),
      })),
    },
    nobodys: await ctx.query(dueNobodys),
    setting: await ctx.query(retentionSetting),
    files: await ctx.query(lastFileCheck),
    quotes: sources.map(({ quote, interpretation = null }) => ({ quote, interpretation })),
    may: { hold: ctx.may('retention.hold'), switch: ctx.may('retention.switch') },
  };
});

export default function RetentionScreen() {
  return <DuePage {...useLoaderData<typeof loader>()} />;
}
