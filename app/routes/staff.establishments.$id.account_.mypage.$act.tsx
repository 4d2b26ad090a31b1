import { AccountActPage } from '#app/components/account/AccountActPage.tsx';
import { accountTrail } from '#app/components/account/AccountHelpPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { DefinitionTable } from '#app/components/ui/DefinitionTable.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { identityForm, suspensionForm } from '#app/forms/accountHelp.ts';
import { resumeMypage } from '#app/procedures/account/resume.ts';
import { mypageStateOf } from '#app/procedures/account/support.ts';
import { suspendMypage } from '#app/procedures/account/suspend.ts';
import { undoWithdrawal } from '#app/procedures/account/undoWithdrawal.ts';
import { Forbidden } from '#app/procedures/procedure.ts';
import { accountHelpText } from '#app/text/staff/account.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { mypageOf } from '#db/queries/accountHelp.ts';

/** What is done to the whole MyPage of an establishment. */
const acts = ['suspend', 'resume', 'undo-withdrawal'] as const;
type MypageAct = (typeof acts)[number];

const formOf = (act: MypageAct) => (act === 'undo-withdrawal' ? identityForm : suspensionForm);
const permissionOf = (act: MypageAct) => (act === 'undo-withdrawal' ? 'account.help' : 'account.suspend');

export const meta = pageMeta<{ act: MypageAct }>(({ act }) => accountHelpText.mypage[act].title);

const actNamed = (name: string | undefined) => acts.find((act) => act === name) ?? null;

const guard = { permission: 'account.help', params: { id: recordId, act: actNamed } } as const;
const view = { screen: 'mypage.act', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { id, act } = ctx.params;
  if (!ctx.may(permissionOf(act))) throw new Forbidden(act);
  const { establishment, accounts, suspension } = (await ctx.query(mypageOf, id)) ?? ctx.notFound();
  const { withdrawal } = mypageStateOf(ctx.rules, accounts, ctx.today);
  const possible = {
    suspend: suspension === null,
    resume: suspension !== null,
    'undo-withdrawal': withdrawal !== null,
  };
  const over = act === 'undo-withdrawal' && withdrawal !== null && ctx.today >= withdrawal.erasedFrom;
  return {
    act,
    establishment,
    emails: accounts.map(({ email }) => email),
    reason: suspension?.reason ?? null,
    withdrawal,
    notNow: !possible[act]
      ? accountHelpText.mypage[act].notNow
      : over
        ? accountHelpText.erasureDue(withdrawal.erasedFrom)
        : null,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id: establishmentId, act } = ctx.params;
  const { values, typed, errors } = ctx.form.read(formOf(act));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const card = paths.staff.establishment(establishmentId);
  if (act === 'undo-withdrawal') {
    const outcome = await ctx.perform(undoWithdrawal, { establishmentId, identity: values });
    return outcome.ok ? ctx.redirect(card, 'withdrawal-undone') : ctx.invalid(outcome, typed);
  }
  const input = { establishmentId, reason: textIn(values, 'help_reason') ?? '' };
  const outcome = await ctx.perform(act === 'suspend' ? suspendMypage : resumeMypage, input);
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(card, act === 'suspend' ? 'mypage-suspended' : 'mypage-resumed');
});

export default function MypageActScreen() {
  const { act, establishment, emails, reason, withdrawal, notNow, idempotencyKey } =
    useLoaderData<typeof loader>();
  return (
    <AccountActPage
      words={accountHelpText.mypage[act]}
      trail={accountTrail(establishment)}
      about={establishment.name}
      form={formOf(act)}
      danger={act === 'suspend'}
      idempotencyKey={idempotencyKey}
      answer={useActionData<typeof action>()}
      back={{ to: paths.staff.establishment(establishment.id), label: accountHelpText.toCard }}
      notNow={notNow}
    >
      <DefinitionTable
        caption={accountHelpText.stateTitle}
        rows={[
          { label: accountHelpText.rows.email, value: emails.join('、') },
          ...(withdrawal === null
            ? []
            : [
                {
                  label: accountHelpText.rows.withdrawal,
                  value: `${accountHelpText.withdrawnOn(withdrawal.on)}。${accountHelpText.erasedFrom(withdrawal.erasedFrom)}`,
                },
              ]),
          ...(act === 'resume' && reason !== null
            ? [{ label: accountHelpText.suspendedReason, value: reason }]
            : []),
        ]}
      />
    </AccountActPage>
  );
}
