import { ChangeDecision } from '#app/components/change/ChangeDecision.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { changeAnswerForm } from '#app/forms/changes.ts';
import { effectOf } from '#app/procedures/changeRequest/judgement.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';

export const meta = pageMeta(changesText.decisions.reject.title);

const guard = { permission: 'changeRequest.decide', params: { id: recordId } } as const;
const view = { screen: 'change.reject', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { request, posting, establishment } =
    (await ctx.query(reviewChange, ctx.params.id)) ?? ctx.notFound();
  return {
    request,
    posting,
    establishment: { id: establishment.id, name: establishment.name },
    ...effectOf({ request, posting }, ctx.rules, ctx.today),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(changeAnswerForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(rejectRequest, {
    requestId: ctx.params.id,
    version: ctx.form.version ?? 0,
    message: textIn(values, 'message') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.changes(), 'change-rejected');
});

export default function RejectChangeScreen() {
  const answer = useActionData<typeof action>();
  return (
    <ChangeDecision
      {...useLoaderData<typeof loader>()}
      act="reject"
      form={changeAnswerForm}
      answer={answer}
    />
  );
}
