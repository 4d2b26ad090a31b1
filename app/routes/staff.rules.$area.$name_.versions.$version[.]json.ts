import { ruleSetName, versionNumber } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleVersionText } from '#db/queries/ruleVersion.ts';

/** The file of a version, byte for byte as it was kept. */
export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName, version: versionNumber } },
  async (ctx) => {
    const { area, name, version } = ctx.params;
    const source = (await ctx.query(ruleVersionText, `${area}/${name}`, version)) ?? ctx.notFound();
    return new Response(source, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}@${version}.json"`,
        'Cache-Control': 'no-store',
      },
    });
  },
);
