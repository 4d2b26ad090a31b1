import { actTargets, impossible, situationOf } from '#app/components/review/acts.ts';
import { draftIntents } from '#app/components/review/Draft.tsx';
import { DraftPage } from '#app/components/review/DraftPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { draftedActs } from '#app/domain/decisionDraft.ts';
import { draftedForms } from '#app/forms/reviewDesk.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { draftText } from '#app/text/staff/reviewDesk.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { decisionDraft } from '#db/queries/decisionDrafts.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(draftText.anyTitle);

const guard = { permission: 'review.draft', params: { id: recordId, act: oneOf(draftedActs) } } as const;
const view = { screen: 'review.draft', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { id, act } = ctx.params;
  const review = (await ctx.query(reviewPosting, id)) ?? ctx.notFound();
  return {
    posting: review.posting,
    establishment: { name: review.establishment.name },
    draft: { act, kept: await ctx.query(decisionDraft, id, act) },
    possible: impossible(act, situationOf(review, 0, { decide: true, settle: false })) === null,
  };
});

/** Keeps what stands in the form of a decision, or throws away what is kept. */
export const action = staffRoute.action(guard, async (ctx) => {
  const { id, act } = ctx.params;
  const { intent } = ctx.form;
  const decision = actTargets[act].to(id);
  if (intent === draftIntents.discard) {
    await ctx.dropDraft(id, act);
    return ctx.redirect(decision, 'decision-draft-discarded');
  }
  if (intent !== draftIntents.save) throw new BadInput('None of the buttons of a draft was pressed.');
  const { typed } = ctx.form.read(draftedForms[act]);
  const kept = await ctx.keepDraft({ postingId: id, act, typed });
  return kept ? ctx.redirect(decision, 'decision-draft-saved') : ctx.redirect(decision);
});

export default function DraftScreen() {
  return <DraftPage {...useLoaderData<typeof loader>()} />;
}
