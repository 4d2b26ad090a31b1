import { DayPage, dayIntents } from '#app/components/office/DayPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isCalendarDate } from '#app/domain/calendar.ts';
import { type Opening, shownChange } from '#app/domain/officeDay.ts';
import { refuse } from '#app/domain/refusal.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { officeDayForm } from '#app/forms/officeDay.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { dayProblem, daysWith, dueDateMoves, dueDatesNear } from '#app/procedures/office/dueDateMoves.ts';
import { isGenerallyClosed, setOfficeDay, settableDays } from '#app/procedures/office/setDay.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { dayRecords, ownDay } from '#db/queries/officeCalendar.ts';

export const meta = pageMeta(officeText.day.title);

export const loader = staffRoute.loader({ permission: 'office.editCalendar' }, async (ctx) => {
  const asked = ctx.url.searchParams.get('date');
  const day = isCalendarDate(asked) ? await ctx.query(ownDay, asked) : null;
  const values = {
    date: isCalendarDate(asked) ? asked : null,
    opening: day?.opening ?? null,
    reason: day?.reason ?? null,
  };
  return { typed: typedTextOf(fieldsOf(officeDayForm), values), idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action({ permission: 'office.editCalendar' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(officeDayForm);
  if (errors.length > 0) return ctx.invalid(errors, typed, { preview: undefined });
  const day = {
    date: String(values.date),
    opening: values.opening as Opening,
    reason: textIn(values, 'reason'),
  };
  const limits = settableDays(ctx.today);
  if (day.date < limits.first || day.date > limits.last)
    return ctx.invalid([{ field: 'date', code: 'outside-days', params: limits }], typed, {
      preview: undefined,
    });

  const records = await ctx.query(dayRecords, day.date, dueDatesNear(day.date, ctx.today));
  const problem = dayProblem(isGenerallyClosed(day.date), records.before, day);
  if (problem !== null) return ctx.invalid(refuse(problem), typed, { preview: undefined });
  const moves = await dueDateMoves(
    ctx.rules,
    records.open,
    daysWith(records.days, day.date, day.opening),
    ctx.today,
  );
  const preview = {
    before: records.before,
    shown: shownChange(records.before, moves),
    moves: moves.map(({ postingId, from, to, stays, verdict }) => ({
      postingId,
      named: records.named[postingId] ?? null,
      from,
      to,
      stays,
      basis: verdict?.dueDateBasis ?? null,
    })),
  };
  if (ctx.form.intent !== dayIntents.save) return ctx.json({ ok: true as const, typed, preview });
  const shown = String(ctx.form.raw.get('shown') ?? '');
  const outcome = await ctx.perform(setOfficeDay, { ...day, shown });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { preview });
  return ctx.redirect(paths.staff.officeCalendar({ year: Number(day.date.slice(0, 4)) }), 'office-day-set');
});

export default function DayScreen() {
  const { typed, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DayPage
      idempotencyKey={idempotencyKey}
      typed={answer?.typed ?? typed}
      preview={answer?.preview}
      answer={answer?.ok === false ? answer : undefined}
    />
  );
}
