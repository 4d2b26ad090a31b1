import { CheckPage } from '#app/components/check/CheckPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { openDayAfter } from '#app/domain/calendar.ts';
import { checkOpenDays } from '#app/domain/extraCheck.ts';
import { calendarOf } from '#app/procedures/office/openDays.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { postedCheck } from '#app/web/staffSubject.server.ts';
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

export const action = staffRoute.action(guard, async (ctx) =>
  postedCheck(ctx, (await ctx.query(postingSubject, ctx.params.id)) ?? ctx.notFound()),
);

export default function CheckScreen() {
  return <CheckPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
