import { MemberPage, memberIntents } from '#app/components/office/MemberPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { StaffRole } from '#app/domain/actor.ts';
import { roleForm } from '#app/forms/staff.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { changeRole } from '#app/procedures/staff/changeRole.ts';
import { deactivateMember } from '#app/procedures/staff/deactivate.ts';
import { reactivateMember } from '#app/procedures/staff/reactivate.ts';
import { resetPassword } from '#app/procedures/staff/resetPassword.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeMembers } from '#db/queries/members.ts';

export const meta = pageMeta<{ member: { name: string } }>(({ member }) => member.name);

const guard = { permission: 'staff.manage', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id } = ctx.params;
  const members = await ctx.query(officeMembers);
  return {
    member: members.find((one) => one.id === id) ?? ctx.notFound(),
    isSelf: id === ctx.actor.id,
    keys: { role: ctx.newKey(), state: ctx.newKey(), reset: ctx.newKey() },
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const staffId = ctx.params.id;
  const here = paths.staff.member(staffId);
  switch (ctx.form.intent) {
    case memberIntents.role: {
      const { values, typed, errors } = ctx.form.read(roleForm);
      if (errors.length > 0) return ctx.invalid(errors, typed);
      const from = String(ctx.form.raw.get('from') ?? '') as StaffRole;
      const outcome = await ctx.perform(changeRole, { staffId, from, role: values.role as StaffRole });
      return outcome.ok ? ctx.redirect(here, 'staff-role-changed') : ctx.invalid(outcome, typed);
    }
    case memberIntents.deactivate: {
      const outcome = await ctx.perform(deactivateMember, { staffId });
      return outcome.ok ? ctx.redirect(here, 'staff-deactivated') : ctx.invalid(outcome);
    }
    case memberIntents.reactivate: {
      const outcome = await ctx.perform(reactivateMember, { staffId });
      return outcome.ok ? ctx.redirect(here, 'staff-reactivated') : ctx.invalid(outcome);
    }
    case memberIntents.reset: {
      // No receipt is kept: it would hold the password. A form sent twice makes another, and the last one counts.
      const outcome = await ctx.perform(resetPassword, { staffId }, { receipt: false });
      return outcome.ok
        ? ctx.json({ ok: true as const, password: outcome.value.password })
        : ctx.invalid(outcome);
    }
    default:
      throw new BadInput('No button of the page was pressed.');
  }
});

export default function MemberScreen() {
  const answer = useActionData<typeof action>();
  return (
    <MemberPage
      {...useLoaderData<typeof loader>()}
      password={answer?.ok ? answer.password : undefined}
      answer={answer?.ok === false ? answer : undefined}
    />
  );
}
