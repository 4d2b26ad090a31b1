import { KeysPage } from '#app/components/help/KeysPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { keysText } from '#app/text/staff/keys.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(keysText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async () => null);

export default function KeysRoute() {
  return <KeysPage />;
}
