import { MembersPage } from '#app/components/office/MembersPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { officeText } from '#app/text/staff/office.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeMembers } from '#db/queries/members.ts';

export const meta = pageMeta(officeText.members.title);

export const loader = staffRoute.loader({ permission: 'staff.manage' }, async (ctx) => ({
  members: await ctx.query(officeMembers),
  self: ctx.actor.id,
}));

export default function MembersScreen() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
