import { AccountHelpPage } from '#app/components/account/AccountHelpPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { throttleKey } from '#app/procedures/throttle.ts';
import { accountHelpText } from '#app/text/staff/account.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { accountHelp, countsOf } from '#db/queries/accountHelp.ts';

export const meta = pageMeta(accountHelpText.title);

export const loader = staffRoute.loader(
  {
    permission: 'account.help',
    params: { id: recordId, accountId: recordId },
    view: { screen: 'account.help', subject: ({ accountId }) => accountId },
  },
  async (ctx) => {
    const { id: establishmentId, accountId } = ctx.params;
    const limit = (name: string) => Number(ctx.rules.parameter('limits/account', name, ctx.today));
    const liveSince = new Date(Date.parse(ctx.now) - limit('employerIdleMinutes') * 60_000).toISOString();
    const ids = { establishmentId, accountId };
    const shown = (await ctx.query(accountHelp, ids, { now: ctx.now, liveSince })) ?? ctx.notFound();
    const keys = {
      failures: throttleKey('login:mypage', shown.account.email),
      guesses: throttleKey('keyGuess', shown.account.email),
      mails: throttleKey('keyMailDay', shown.account.email),
    };
    const counts = await ctx.query(countsOf, Object.values(keys), ctx.now);
    return {
      ...shown,
      counted: {
        failures: counts[keys.failures] ?? 0,
        guesses: counts[keys.guesses] ?? 0,
        mails: counts[keys.mails] ?? 0,
      },
      limits: {
        failures: limit('loginFailures'),
        minutes: limit('loginWindowMinutes'),
        guesses: limit('keyGuesses'),
        mails: limit('keyMailsPerDay'),
      },
    };
  },
);

export default function AccountHelpScreen() {
  return <AccountHelpPage {...useLoaderData<typeof loader>()} />;
}
