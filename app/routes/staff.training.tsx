import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { TrainingPage, trainingIntents } from '#app/components/training/TrainingPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { addDays } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import { trainingForm } from '#app/forms/training.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { eventsAhead } from '#app/procedures/training/ahead.ts';
import { haltTraining } from '#app/procedures/training/halt.ts';
import { moveTraining } from '#app/procedures/training/move.ts';
import { resetTraining } from '#app/procedures/training/reset.ts';
import { trainingPageText } from '#app/text/staff/training.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadlinesAhead, trainingDays, trainingState } from '#db/queries/training.ts';

export const meta = pageMeta(trainingPageText.title);

/** There is no such page but in a training database. */
export const loader = staffRoute.loader({ permission: 'training.read' }, async (ctx) => {
  const training = (await ctx.query(trainingState)) ?? ctx.notFound();
  const ahead = eventsAhead(ctx.rules, ctx.today, await ctx.query(deadlinesAhead));
  return {
    now: ctx.now,
    today: ctx.today,
    goal: training.goal,
    resetting: training.resetAsked,
    ahead,
    days: await ctx.query(trainingDays, businessDate(new Date(training.beganAt)), pageNumber(ctx.url)),
    keys: ctx.may('training.move')
      ? { move: ctx.newKey(), choose: ctx.newKey(), reset: ctx.newKey(), events: ahead.map(ctx.newKey) }
      : null,
  };
});

const daysOf: Readonly<Record<string, number | undefined>> = {
  [trainingIntents.nextDay]: 1,
  [trainingIntents.fortnight]: 14,
};

export const action = staffRoute.action({ permission: 'training.move' }, async (ctx) => {
  const { intent } = ctx.form;
  if (intent === trainingIntents.halt) {
    await ctx.perform(haltTraining, {});
    return ctx.redirect(paths.staff.training(), 'training-halted');
  }
  if (intent === trainingIntents.reset) {
    await ctx.perform(resetTraining, {});
    return ctx.redirect(paths.staff.training());
  }
  const days = daysOf[intent];
  if (days === undefined && intent !== trainingIntents.date)
    throw new BadInput('None of the buttons was pressed.');
  const { values, typed, errors } = ctx.form.read(trainingForm);
  if (days === undefined && errors.length > 0) return ctx.invalid(errors, typed);
  const to = days === undefined ? String(values.date) : addDays(ctx.today, days);
  const outcome = await ctx.perform(moveTraining, { to });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.training());
});

export default function TrainingRoute() {
  return <TrainingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
