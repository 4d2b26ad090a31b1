import { ChangeDecision } from '#app/components/change/ChangeDecision.tsx';
import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { changeAnswerForm } from '#app/forms/changes.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { changeToDecide } from '#app/web/changeToDecide.server.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';

/** Answers that leave the posting as it is: each with its act and what is said afterwards. */
const answers = {
  return: { procedure: returnRequest, done: 'change-returned' },
  reject: { procedure: rejectRequest, done: 'change-rejected' },
} as const;

export const meta = pageMeta<{ act: keyof typeof answers }>(({ act }) => changesText.decisions[act].title);

const answerNamed = (name: string | undefined) => (name === 'return' || name === 'reject' ? name : null);

const guard = {
  permission: 'changeRequest.decide',
  params: { id: recordId, answer: answerNamed },
} as const;
const view = { screen: 'change.answer', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const shown = (await ctx.query(reviewChange, ctx.params.id)) ?? ctx.notFound();
  return { act: ctx.params.answer, ...changeToDecide(ctx, shown) };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { procedure, done } = answers[ctx.params.answer];
  const { values, typed, errors } = ctx.form.read(changeAnswerForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(procedure, {
    requestId: ctx.params.id,
    version: ctx.form.version ?? 0,
    message: textIn(values, 'message') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const except = { kind: 'content' as const, id: ctx.params.id };
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except });
  return ctx.redirect(afterDecision(next, tab), done);
});

export default function AnswerChangeScreen() {
  const answer = useActionData<typeof action>();
  return <ChangeDecision {...useLoaderData<typeof loader>()} form={changeAnswerForm} answer={answer} />;
}
