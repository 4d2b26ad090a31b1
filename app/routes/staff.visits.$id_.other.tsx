import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { OtherVisitPage } from '#app/components/visit/OtherVisitPage.tsx';
import type { otherPurposes } from '#app/domain/visit.ts';
import { otherVisitForm } from '#app/forms/visit.ts';
import { recordVisit } from '#app/procedures/visit/record.ts';
import { visitDeskText } from '#app/text/staff/visits.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';

export const meta = pageMeta(visitDeskText.otherTitle);

const guard = { permission: 'visit.register', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, name } = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  return { establishment: { id, name }, today: ctx.today, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(otherVisitForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(recordVisit, {
    establishmentId: id,
    purpose: values.purpose as (typeof otherPurposes)[number],
    visitedOn: textIn(values, 'visited_on') ?? '',
    note: textIn(values, 'note') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.establishment(id), 'visit-recorded');
});

export default function OtherVisitScreen() {
  return <OtherVisitPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
