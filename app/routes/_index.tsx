import { FrontDoor } from '#app/components/mypage/FrontDoor.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { frontDoorText } from '#app/text/mypage/start.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { publicRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(frontDoorText.title);

export const loader = publicRoute.loader({ permission: 'anyone' }, async ({ mode }) => ({
  demo: mode === 'demo',
}));

export default function FrontDoorPage() {
  return <FrontDoor {...useLoaderData<typeof loader>()} />;
}
