import { CheckPage } from '#app/components/check/CheckPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { openDayAfter } from '#app/domain/calendar.ts';
import { checkOpenDays } from '#app/domain/extraCheck.ts';
import { checkForms } from '#app/forms/reviewDesk.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { calendarOf } from '#app/procedures/office/openDays.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { postingSubject } from '#db/queries/staffSubject.ts';

export const meta = pageMeta(checkText.title);

const guard = { permission: 'extraCheck.edit', params: { id: recordId } } as const;
const view = { screen: 'review.check', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  subject: (await ctx.query(postingSubject, ctx.params.id)) ?? ctx.notFound(),
  dueOn: openDayAfter(ctx.today, checkOpenDays, calendarOf(await ctx.query(officeDays))),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { establishment } = (await ctx.query(postingSubject, id)) ?? ctx.notFound();
  const { values, typed, errors } = ctx.form.read(checkForms.posting);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(addExtraCheck, {
    establishmentId: establishment.id,
    postingId: values.about === 'establishment' ? null : id,
    reason: textIn(values, 'reason') ?? '',
    dueOn: textIn(values, 'due_on') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.review(id), 'check-added');
});

export default function CheckScreen() {
  return <CheckPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
