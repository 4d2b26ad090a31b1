import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision, NotPossible } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { POSTINGS, shownPostings, shownValue } from '#app/components/visit/shown.ts';
import { VisitPage } from '#app/components/visit/VisitPage.tsx';
import { isLate } from '#app/domain/visit.ts';
import { identityChecklist, visitForm } from '#app/forms/review.ts';
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
    awaiting: [posting, ...others].slice(0, mostPostings).map(({ id, jobTitle, dueDate, version }) => ({
      id,
      jobTitle,
      dueDate,
      version,
    })),
    today: ctx.today,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const found = (await ctx.query(visitForPosting, id)) ?? ctx.notFound();
  const { values, typed, errors } = ctx.form.read(visitForm);
  const ticked = ctx.form.raw.getAll(POSTINGS).map(String);
  const shown = { ...typed, [POSTINGS]: ticked };
  const visitedOn = textIn(values, 'visited_on');
  const lateReason = textIn(values, 'late_reason');
  const late = found.awaiting.some(
    (one) => ticked.includes(shownValue(one)) && visitedOn !== null && isLate(one, visitedOn),
  );
  const missing = [
    ...(ticked.length === 0 ? [{ field: POSTINGS, code: 'required' }] : []),
    ...(late && lateReason === null ? [{ field: 'late_reason', code: 'required-when-late' }] : []),
  ];
  if (errors.length > 0 || missing.length > 0 || visitedOn === null)
    return ctx.invalid([...missing, ...errors], shown);
  const outcome = await ctx.perform(registerVisit, {
    establishmentId: found.establishment.id,
    postings: shownPostings(ticked),
    visitedOn,
    checklist: identityChecklist.filter((name) => values[name] === true),
    identityDocument: textIn(values, 'identity_document'),
    note: textIn(values, 'note'),
    lateReason,
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
