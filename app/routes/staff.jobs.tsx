import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { JobsPage } from '#app/components/job/JobsPage.tsx';
import { isSettleable, jobIntents, stateIn } from '#app/components/job/jobs.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { cancelJob } from '#app/procedures/job/cancel.ts';
import { retryJob } from '#app/procedures/job/retry.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { jobList } from '#db/queries/jobs.ts';

export const meta = pageMeta(jobsText.title);

export const loader = staffRoute.loader({ permission: 'job.read' }, async (ctx) => {
  const state = stateIn(ctx.url);
  const { rows, ...list } = await ctx.query(jobList, state, pageNumber(ctx.url));
  const settles = ctx.may('job.settle');
  return {
    state,
    list,
    settles,
    rows: rows.map((job) => ({
      ...job,
      idempotencyKey: settles && isSettleable(job.state) ? ctx.newKey() : null,
    })),
  };
});

export const action = staffRoute.action({ permission: 'job.settle' }, async (ctx) => {
  const input = { jobId: String(ctx.form.raw.get('job') ?? '') };
  if (ctx.form.intent === jobIntents.retry) await ctx.perform(retryJob, input);
  else if (ctx.form.intent === jobIntents.cancel) await ctx.perform(cancelJob, input);
  else throw new BadInput('Neither button of a row was pressed.');
  return ctx.redirect(
    paths.staff.jobs({ state: stateIn(ctx.url), page: pageNumber(ctx.url) }),
    'job-settled',
  );
});

export default function JobsRoute() {
  return <JobsPage {...useLoaderData<typeof loader>()} />;
}
