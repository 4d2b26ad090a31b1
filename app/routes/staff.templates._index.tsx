import { TemplatesPage } from '#app/components/template/TemplatesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reasonTemplates } from '#db/queries/reasonTemplates.ts';

export const meta = pageMeta(templatesText.title);

export const loader = staffRoute.loader({ permission: 'reasonTemplate.edit' }, async (ctx) => ({
  templates: await ctx.query(reasonTemplates),
}));

export default function TemplatesRoute() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />;
}
