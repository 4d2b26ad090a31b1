import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision, NotPossible } from '#app/components/review/DecisionForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { readSitting } from '#app/components/visit/sitting.ts';
import { VisitPage } from '#app/components/visit/VisitPage.tsx';
import { visitForm } from '#app/forms/review.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';
import { visitForPosting } from '#db/queries/visits.ts';

export const meta = pageMeta(decisionText.visit.title);

const guard = { permission: 'visit.register', params: { id: recordId } } as const;
const view = { screen: 'review.visit', subject: ({ id }: { id: string }) => id };

/** What one visit registers at most; the rest stays for another sitting. */
const mostPostings = 50;

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const found = (await ctx.query(visitForPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment, visitVerdict } = review;
  const others = found.awaiting.filter(({ id }) => id !== posting.id);
  return {
    posting,
    establishment: { id: establishment.id, name: establishment.name, state: establishment.state },
    impossible: impossible('visit', situationOf(review, 0, { decide: true, settle: false })),
    verdict: visitVerdict,
    awaiting: [posting, ...others]
      .slice(0, mostPostings)
      .map(({ id, jobTitle, dueDate, version, state }) => ({ id, jobTitle, dueDate, version, state })),
    today: ctx.today,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const found = (await ctx.query(visitForPosting, id)) ?? ctx.notFound();
  const { sitting, errors, shown } = readSitting(ctx.form, visitForm, found.awaiting, true);
  if (errors.length > 0) return ctx.invalid(errors, shown);
  const outcome = await ctx.perform(registerVisit, {
    establishmentId: found.establishment.id,
    ...sitting,
  });
  if (!outcome.ok) return ctx.invalid(outcome, shown);
  // The employer is still at the counter: the posting they came for is the next one to decide.
  return ctx.redirect(paths.staff.review(id), 'visit-registered');
});

export default function VisitScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { title, provisional, toRegistration } = decisionText.visit;
  return (
    <Decision title={title} impossible={impossible} about={page}>
      {page.establishment.state === 'provisional' ? (
        <NotPossible
          {...page}
          title={title}
          why={provisional}
          instead={{ to: paths.staff.registration(page.establishment.id), label: toRegistration }}
        />
      ) : (
        <VisitPage {...page} answer={answer} />
      )}
    </Decision>
  );
}
