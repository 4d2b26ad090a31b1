import { AccountActPage } from '#app/components/account/AccountActPage.tsx';
import { type AccountAct, accountActs, accountTrail } from '#app/components/account/AccountHelpPage.tsx';
import { accountIntents } from '#app/components/account/intents.ts';
import { ReadBack } from '#app/components/account/ReadBack.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { helpForm, identityForm, replaceEmailForm } from '#app/forms/accountHelp.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { endSessions } from '#app/procedures/account/endSessions.ts';
import { reissueKey } from '#app/procedures/account/reissueKey.ts';
import { replaceEmail } from '#app/procedures/account/replaceEmail.ts';
import { unlockAccount } from '#app/procedures/account/unlock.ts';
import { accountHelpText } from '#app/text/staff/account.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { accountHelp } from '#db/queries/accountHelp.ts';

/** Acts that ask for nothing but the reason: each with its procedure and what is said afterwards. */
const simple = {
  'reissue-key': { procedure: reissueKey, done: 'key-reissued' },
  unlock: { procedure: unlockAccount, done: 'account-unlocked' },
  'end-sessions': { procedure: endSessions, done: 'sessions-ended' },
} as const;

/** What was typed, to go on with the page of the 読み合わせ; none of these fields holds a list. */
const hiddenOf = (typed: TypedText): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, String(text)]));

const formOf = (act: AccountAct) => (act === 'replace-email' ? replaceEmailForm : helpForm);

export const meta = pageMeta<{ act: AccountAct }>(({ act }) => accountHelpText.acts[act].title);

const actNamed = (name: string | undefined) => accountActs.find((act) => act === name) ?? null;

const guard = {
  permission: 'account.help',
  params: { id: recordId, accountId: recordId, act: actNamed },
} as const;
const view = { screen: 'account.act', subject: ({ accountId }: { accountId: string }) => accountId };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { id: establishmentId, accountId, act } = ctx.params;
  const times = { now: ctx.now, liveSince: ctx.now };
  const { establishment, account } =
    (await ctx.query(accountHelp, { establishmentId, accountId }, times)) ?? ctx.notFound();
  return { act, establishment, account, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id, accountId, act } = ctx.params;
  const { values, typed, errors } = ctx.form.read(formOf(act));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const back = paths.staff.accountHelp(id, accountId);
  if (act !== 'replace-email') {
    const { procedure, done } = simple[act];
    const outcome = await ctx.perform(procedure, { accountId, reason: textIn(values, 'help_reason') ?? '' });
    return outcome.ok ? ctx.redirect(back, done) : ctx.invalid(outcome, typed);
  }
  // Read back to who came before anything is changed: a slip would let a stranger in.
  const email = textIn(values, 'email') ?? '';
  if (ctx.form.intent !== accountIntents.register) {
    const readBack = ctx.form.intent === accountIntents.edit ? null : email;
    return ctx.json({ ok: true as const, typed, readBack });
  }
  const outcome = await ctx.perform(replaceEmail, {
    accountId,
    version: ctx.form.version ?? 0,
    values: { email },
    identity: Object.fromEntries(fieldsOf(identityForm).map(({ name }) => [name, values[name] ?? null])),
  });
  return outcome.ok ? ctx.redirect(back, 'email-replaced') : ctx.invalid(outcome, typed);
});

export default function AccountActScreen() {
  const { act, establishment, account, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = paths.staff.accountHelp(establishment.id, account.id);
  if (answer?.ok && answer.readBack !== null) {
    return (
      <ReadBack
        email={answer.readBack}
        establishmentName={establishment.name}
        idempotencyKey={idempotencyKey}
        hidden={hiddenOf(answer.typed)}
        version={account.version}
      />
    );
  }
  return (
    <AccountActPage
      words={accountHelpText.acts[act]}
      trail={[...accountTrail(establishment), { to, label: accountHelpText.title }]}
      about={account.email}
      form={formOf(act)}
      version={account.version}
      idempotencyKey={idempotencyKey}
      answer={answer?.ok === false ? answer : undefined}
      typed={answer?.ok ? answer.typed : {}}
      back={{ to, label: accountHelpText.back }}
      notNow={account.withdrawnOn === null ? null : accountHelpText.withdrawn(account.withdrawnOn)}
    />
  );
}
