import { ChangeStep } from '#app/components/mypage/ChangeStep.tsx';
import { keepable, unkeepable } from '#app/components/steps/stepFields.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canChangeMove } from '#app/domain/changeRequest.ts';
import { postingSteps, stepOf } from '#app/forms/posting.ts';
import { readFields, typedTextOf } from '#app/forms/read.ts';
import { saveContentStep } from '#app/procedures/changeRequest/saveContentStep.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import type { MypageLoader } from '#app/web/context.ts';
import { numberWithin, recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';

const options = {
  permission: 'changeRequest.ask',
  params: { id: recordId, step: numberWithin(1, postingSteps.length) },
} as const;

/** What the page is about; a request that is not the employer's to edit any more is shown instead. */
async function shownStep(ctx: MypageLoader<{ id: string; step: number }>) {
  const { request, posting } = (await ctx.query(mypageChange, ctx.params.id)) ?? ctx.notFound();
  const section = stepOf(ctx.params.step);
  const editable = request.kind === 'content' && canChangeMove('submit', request.state);
  if (!editable || posting === null || section === undefined)
    return ctx.redirect(paths.mypage.change(request.id));
  return { request, posting, section };
}

export const meta = pageMeta(changesText.content.title);

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { request, posting, section } = await shownStep(ctx);
  return {
    request,
    posting,
    step: ctx.params.step,
    typed: typedTextOf(section.fields, request.after),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id, step } = ctx.params;
  const { request, section } = await shownStep(ctx);
  const read = readFields(section.fields, ctx.form.raw, request.after);
  const proceed = ctx.form.intent !== 'save';
  const blocking = proceed ? read.errors : unkeepable(read);
  if (blocking.length > 0) return ctx.invalid(blocking, read.typed);
  const outcome = await ctx.perform(saveContentStep, {
    requestId: id,
    version: ctx.form.version ?? 0,
    step,
    values: keepable(read),
    proceed,
  });
  if (!outcome.ok) return ctx.invalid(outcome, read.typed);
  if (!proceed) return ctx.redirect(paths.mypage.changeStep(id, step), 'draft-saved');
  const last = step === postingSteps.length;
  return ctx.redirect(last ? paths.mypage.changeConfirm(id) : paths.mypage.changeStep(id, step + 1));
});

export default function ChangeStepScreen() {
  const { typed, step, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const section = stepOf(step);
  if (section === undefined) return null;
  return (
    <ChangeStep
      key={step}
      {...shown}
      step={step}
      section={section}
      typed={answer?.typed ?? typed}
      answer={answer}
    />
  );
}
