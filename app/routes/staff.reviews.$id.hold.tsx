import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { HoldPage } from '#app/components/review/HoldPage.tsx';
import { pickedTemplate, typedWith } from '#app/components/template/templates.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { openDayAfter } from '#app/domain/calendar.ts';
import { holdOpenDays } from '#app/domain/reviewHold.ts';
import { holdForm } from '#app/forms/reviewDesk.ts';
import { calendarOf } from '#app/procedures/office/openDays.ts';
import { holdPosting } from '#app/procedures/posting/hold.ts';
import { holdText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { holdsOf } from '#db/queries/holds.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { templatesFor } from '#db/queries/reasonTemplates.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(holdText.title);

const guard = { permission: 'posting.hold', params: { id: recordId } } as const;
const view = { screen: 'review.hold', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment } = review;
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('hold', situationOf(review, 0, { decide: true, settle: false })),
    held: posting.id in (await ctx.query(holdsOf, [posting.id], ctx.today)),
    templates: await ctx.query(templatesFor, 'hold'),
    until: openDayAfter(ctx.today, holdOpenDays, calendarOf(await ctx.query(officeDays))),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(holdForm);
  const picked = pickedTemplate(ctx.form.intent, await ctx.query(templatesFor, 'hold'));
  if (picked !== undefined) return ctx.invalid([], typedWith(typed, 'reason', picked));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(holdPosting, {
    postingId: id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'reason') ?? '',
    until: textIn(values, 'until') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), 'posting-held');
});

export default function HoldScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={holdText.title} impossible={impossible} about={page}>
      <HoldPage {...page} answer={answer} />
    </Decision>
  );
}
