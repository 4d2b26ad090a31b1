import { askedOf, itemsIn, itemValue, queueAddress } from '#app/components/queue/address.ts';
import { type BulkAnswer, bulkIntents, nobody } from '#app/components/queue/BulkBar.tsx';
import { nextPath } from '#app/components/queue/itemPath.ts';
import { QueuePage } from '#app/components/queue/QueuePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isRecordId } from '#app/domain/ids.ts';
import { bulkLimit } from '#app/domain/queue.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { erasureDay } from '#app/procedures/account/retention.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { assignItems } from '#app/procedures/queue/assign.ts';
import { beginSeveral } from '#app/procedures/queue/beginSeveral.ts';
import { queueText } from '#app/text/staff/queue.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { colleagues } from '#db/queries/queue/assignments.ts';
import { queuePage } from '#db/queries/queue/page.ts';

export const meta = pageMeta(queueText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { url, today, now, rules } = ctx;
  const address = queueAddress(url);
  const { kind } = address;
  const queue = await ctx.query(queuePage, askedOf(address), today, now);
  const withdrawals = queue.rows.filter((row) => row.kind === 'withdrawal').map(({ since }) => since ?? '');
  return {
    search: url.search,
    address,
    queue,
    next: nextPath(queue.next, kind),
    today,
    madeAt: now,
    openDays: openDaysLeft(
      await ctx.query(officeDays),
      today,
      queue.rows.map(({ due }) => due),
    ),
    erasure: Object.fromEntries(withdrawals.map((day) => [day, erasureDay(rules, day, today)])),
    bulk: ctx.may('review.assign')
      ? { idempotencyKey: ctx.newKey(), colleagues: await ctx.query(colleagues), self: ctx.actor.id }
      : null,
  };
});

/** Begins or assigns the ticked items; those it could not be done for are named on the page that comes back. */
export const action = staffRoute.action({ permission: 'review.assign' }, async (ctx) => {
  const { form } = ctx;
  const items = itemsIn(form.raw);
  const person = String(form.raw.get('staff_id') ?? '');
  const begins = form.intent === bulkIntents.begin;
  if (items === null || !(begins || form.intent === bulkIntents.assign))
    throw new BadInput('Not the form of the queue.');
  const kept = { picked: items.map(itemValue), staffId: person };
  const wrong: FieldError[] = [];
  if (items.length === 0) wrong.push({ field: 'item', code: 'required' });
  if (items.length > bulkLimit)
    wrong.push({ field: 'item', code: 'too-many', params: { count: items.length } });
  if (!begins && person !== nobody && !isRecordId(person))
    wrong.push({ field: 'staff_id', code: 'required' });
  if (wrong.length > 0) return ctx.invalid(wrong, {}, { done: 0, ...kept });

  const outcome = begins
    ? await ctx.perform(beginSeveral, { items })
    : await ctx.perform(assignItems, { items, staffId: person === nobody ? null : person });
  if (!outcome.ok) return ctx.invalid(outcome, {}, { done: 0, ...kept });
  const { left } = outcome.value;
  if (left.length > 0) {
    const picked = left.map(({ field }) => field);
    const partly = { done: items.length - left.length, refusal: null, errors: left, picked };
    return ctx.json({ ok: true as const, ...partly, staffId: person });
  }
  const query = new URLSearchParams(ctx.url.search);
  query.delete('done');
  const back = changeQuery(query, paths.staff.reviews(), { index: null });
  return ctx.redirect(back, begins ? 'reviews-begun' : 'reviews-assigned');
});

export default function QueueScreen() {
  const answer: BulkAnswer | undefined = useActionData<typeof action>();
  return <QueuePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
