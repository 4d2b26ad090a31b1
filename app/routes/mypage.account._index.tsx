import { AccountOverview } from '#app/components/ownAccount/AccountOverview.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccount } from '#db/queries/mypageAccount.ts';

export const meta = pageMeta(accountText.title);

export const loader = mypageRoute.loader({ permission: 'account.manage' }, async (ctx) => {
  const limit = (name: string) => Number(ctx.rules.parameter('limits/account', name, ctx.today));
  const liveSince = new Date(Date.parse(ctx.now) - limit('employerIdleMinutes') * 60_000).toISOString();
  const { sessionHash } = ctx;
  const { addresses, invitations, ...rest } = await ctx.query(mypageAccount, { sessionHash, liveSince });
  const invited = invitations.map(({ id, email }) => ({
    id,
    email,
    state: 'invited' as const,
    openedOn: null,
    lastSignInAt: null,
    own: false,
  }));
  const all = [...addresses, ...invited];
  return {
    ...rest,
    addresses: all,
    limit: limit('signInAddresses'),
    mayAdd: all.length < limit('signInAddresses'),
    sessionsKey: ctx.newKey(),
    dataKey: ctx.newKey(),
  };
});

export default function AccountScreen() {
  return <AccountOverview {...useLoaderData<typeof loader>()} />;
}
