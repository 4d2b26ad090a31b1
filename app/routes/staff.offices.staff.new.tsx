import { NewMemberPage } from '#app/components/office/NewMemberPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { StaffRole } from '#app/domain/actor.ts';
import { memberForm } from '#app/forms/staff.ts';
import { addMember } from '#app/procedures/staff/add.ts';
import { officeText } from '#app/text/staff/office.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(officeText.members.addTitle);

export const loader = staffRoute.loader({ permission: 'staff.manage' }, async (ctx) => ({
  idempotencyKey: ctx.newKey(),
}));

/** No receipt is kept: it would hold the initial password. A form sent twice finds its 職員ID taken. */
export const action = staffRoute.action({ permission: 'staff.manage' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(memberForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const name = String(values.name);
  const member = { name, loginName: String(values.login_name), role: values.role as StaffRole };
  const outcome = await ctx.perform(addMember, member, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.json({ ok: true as const, added: { name, password: outcome.value.password } });
});

export default function NewMemberScreen() {
  const answer = useActionData<typeof action>();
  return (
    <NewMemberPage
      {...useLoaderData<typeof loader>()}
      added={answer?.ok ? answer.added : undefined}
      answer={answer?.ok === false ? answer : undefined}
    />
  );
}
