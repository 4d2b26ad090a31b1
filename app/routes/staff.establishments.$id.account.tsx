import { AccountPage } from '#app/components/account/AccountPage.tsx';
import { accountIntents } from '#app/components/account/intents.ts';
import { ReadBack } from '#app/components/account/ReadBack.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { emailForm } from '#app/forms/account.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { accountText } from '#app/text/staff/account.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { emailTaken } from '#db/queries/emailTaken.ts';
import { establishmentAccounts } from '#db/queries/establishmentCard.ts';

export const meta = pageMeta(accountText.title);

const guard = { permission: 'account.registerEmail', params: { id: recordId } } as const;
const view = { screen: 'establishment.account', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { establishment, accounts } =
    (await ctx.query(establishmentAccounts, ctx.params.id, ctx.now)) ?? ctx.notFound();
  const { id, name, state } = establishment;
  return { establishment: { id, name, state }, accounts, helps: ctx.may('account.help'), key: ctx.newKey() };
});

/** The address goes from page to page in the body of a POST and never stands in an address. */
export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(emailForm);
  if (ctx.form.intent === accountIntents.edit) return ctx.json({ ok: true as const, typed, readBack: null });
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const email = String(values.email);
  if (ctx.form.intent !== accountIntents.register) {
    if (await ctx.query(emailTaken, email)) return ctx.invalid([{ field: 'email', code: 'taken' }], typed);
    return ctx.json({ ok: true as const, typed, readBack: email });
  }
  const outcome = await ctx.perform(registerEmail, { establishmentId: ctx.params.id, values: { email } });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.account(ctx.params.id), 'email-registered');
});

export default function EmailRegistrationPage() {
  const { establishment, accounts, helps, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.ok && answer.readBack !== null) {
    return <ReadBack email={answer.readBack} establishmentName={establishment.name} idempotencyKey={key} />;
  }
  return (
    <AccountPage
      establishment={establishment}
      accounts={accounts}
      helps={helps}
      idempotencyKey={key}
      typed={answer?.ok ? answer.typed : {}}
      answer={answer?.ok === false ? answer : undefined}
    />
  );
}
