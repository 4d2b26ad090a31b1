import { PermissionsPage } from '#app/components/office/PermissionsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { officeText } from '#app/text/staff/office.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(officeText.permissions.title);

export const loader = staffRoute.loader({ permission: 'office.readCalendar' }, async (ctx) => ({
  viewer: ctx.actor.role,
}));

export default function PermissionsScreen() {
  return <PermissionsPage {...useLoaderData<typeof loader>()} />;
}
