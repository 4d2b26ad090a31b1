import { StaffHelp } from '#app/components/help/StaffHelp.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { helpText } from '#app/text/staff/help.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(helpText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async () => null);

export default function HelpRoute() {
  return <StaffHelp />;
}
