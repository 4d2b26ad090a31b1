import { OfficesPage } from '#app/components/office/OfficesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { officeText } from '#app/text/staff/office.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { offices } from '#db/queries/offices.ts';

export const meta = pageMeta(officeText.data.title);

export const loader = staffRoute.loader({ permission: 'office.read' }, async (ctx) => ({
  ...(await ctx.query(offices)),
  viewer: ctx.actor.role,
  corrects: ctx.may('office.correct'),
}));

export default function OfficesScreen() {
  return <OfficesPage {...useLoaderData<typeof loader>()} />;
}
