import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { InviteForm } from '#app/components/ownAccount/EmailForms.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { inviteForm } from '#app/forms/account.ts';
import { inviteAddress, refusalToInvite } from '#app/procedures/account/inviteAddress.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { ownAccount } from '#db/queries/mypageAccount.ts';

export const meta = pageMeta(accountText.invite.title);

const options = { permission: 'account.manage' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const own = (await ctx.query(ownAccount)) ?? ctx.notFound();
  return { closed: refusalToInvite(own), idempotencyKey: ctx.newKey() };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(inviteForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const input = {
    currentPassword: String(values.current_password),
    values: { email: String(values.email) },
  };
  const outcome = await ctx.perform(inviteAddress, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.mypage.account(), 'address-invited');
});

export default function InviteScreen() {
  const { closed, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (closed !== null) return <ClosedFeature title={accountText.invite.title} closed={closed} />;
  return <InviteForm idempotencyKey={idempotencyKey} answer={answer} />;
}
