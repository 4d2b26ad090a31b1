import { RemoveAddressForm } from '#app/components/ownAccount/RemoveAddressForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { confirmForm } from '#app/forms/account.ts';
import { removeAddress } from '#app/procedures/account/removeAddress.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAddress } from '#db/queries/mypageAccount.ts';

export const meta = pageMeta(accountText.remove.title);

const options = { permission: 'account.manage', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => ({
  address: (await ctx.query(mypageAddress, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, errors } = ctx.form.read(confirmForm);
  if (errors.length > 0) return ctx.invalid(errors);
  const input = { addressId: ctx.params.id, currentPassword: String(values.current_password) };
  const outcome = await ctx.perform(removeAddress, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome);
  if (!outcome.value.own) return ctx.redirect(paths.mypage.account(), 'address-removed');
  ctx.forgetSession();
  return ctx.redirect(paths.mypage.login(), 'own-address-removed');
});

export default function RemoveAddressScreen() {
  return <RemoveAddressForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
