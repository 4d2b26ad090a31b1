import { checkCounts } from '#app/components/posting/ContentChecks.tsx';
import { queueTab } from '#app/components/queue/address.ts';
import { inTab, nextPath } from '#app/components/queue/itemPath.ts';
import { situationOf } from '#app/components/review/acts.ts';
import { handOverIntents } from '#app/components/review/HandOver.tsx';
import { holdIntents } from '#app/components/review/HoldPanel.tsx';
import { holderIntents } from '#app/components/review/ReviewHolder.tsx';
import { ReviewPage } from '#app/components/review/ReviewPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import { undoRefusal } from '#app/domain/undo.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { handOverReview, keepReview } from '#app/procedures/posting/answerHandOver.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { judgeContent } from '#app/procedures/posting/judgement.ts';
import { liftHold } from '#app/procedures/posting/liftHold.ts';
import { releaseReview } from '#app/procedures/posting/releaseReview.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import type { DoneCode } from '#app/text/done.ts';
import { reviewText } from '#app/text/staff/review.ts';
import type { StaffLoader } from '#app/web/context.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewDesk } from '#db/queries/reviewDesk.ts';
import { reviewHolders } from '#db/queries/reviewHolders.ts';
import { type ReviewedPosting, reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta<{ review: { posting: { jobTitle: string | null } } }>(
  ({ review }) => review.posting.jobTitle ?? reviewText.untitled,
);

/** Postings whose content may still change: what counts is how they are now. */
const open: readonly PostingState[] = ['awaiting_visit', 'under_review', 'returned', 'refusal_proposed'];

/** The content checks judged now, or as they were stored with the decision; null where none were. */
async function checksOf(ctx: StaffLoader<unknown>, { posting, contentVerdict }: ReviewedPosting) {
  const { rules, today } = ctx;
  const now = open.includes(posting.state);
  const judged = async () =>
    judgeContent(rules, posting.content, await ctx.query(contentRecords, posting), today);
  const verdict = now ? await judged() : contentVerdict;
  if (verdict === null) return null;
  return { verdict, rules: rules.inForce('acceptance/posting', verdict.asOf).rules.length, now };
}

const view = { screen: 'review', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'review.read', params: { id: recordId }, view },
  async (ctx) => {
    const { today } = ctx;
    const tab = queueTab(ctx.url.searchParams);
    const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
    const { posting } = review;
    const desk = await ctx.query(reviewDesk, posting, ctx.now, today);
    const checks = await checksOf(ctx, review);
    const errors = checks === null ? 0 : checkCounts(checks.verdict, checks.rules).errors;
    const person = { id: ctx.actor.id, supervises: ctx.may('posting.undoLater') };
    const may = {
      decide: ctx.may('posting.accept'),
      settle: ctx.may('posting.settleRefusal'),
      undo: ctx.may('posting.undo') && undoRefusal(posting.state, review.lastAct, person, ctx.now) === null,
    };
    const waits = (stateGroups.queue as readonly PostingState[]).includes(posting.state);
    return {
      review,
      holder: waits ? ((await ctx.query(reviewHolders, [posting.id], ctx.now))[posting.id] ?? null) : null,
      waits,
      claimKey: waits && ctx.may('review.claim') ? ctx.newKey() : null,
      checks,
      situation: { ...situationOf(review, errors, may), held: desk.hold !== null },
      today,
      desk,
      writes: {
        hold: ctx.may('posting.hold'),
        note: ctx.may('note.write'),
        check: ctx.may('extraCheck.edit'),
      },
      openDays: openDaysLeft(await ctx.query(officeDays), today, [
        posting.dueDate,
        ...desk.checks.map(({ dueOn }) => dueOn),
      ]),
      next: nextPath(
        await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id: posting.id } }),
        tab,
      ),
    };
  },
);

export const action = staffRoute.action(
  { permission: 'review.claim', params: { id: recordId } },
  async (ctx) => {
    const { id } = ctx.params;
    const { intent, version, raw } = ctx.form;
    const here = inTab(paths.staff.review(id), queueTab(ctx.url.searchParams));
    const asked = { postingId: id, askedBy: String(raw.get('asked_by') ?? '') };
    const done = (outcome: Outcome<unknown>, code: DoneCode) =>
      outcome.ok ? ctx.redirect(here, code) : ctx.invalid(outcome);
    switch (intent) {
      case holderIntents.begin:
        return done(await ctx.perform(beginReview, { postingId: id, version: version ?? 0 }), 'review-begun');
      case holderIntents.release:
        return done(await ctx.perform(releaseReview, { postingId: id }), 'review-released');
      case handOverIntents.give:
        return done(await ctx.perform(handOverReview, asked), 'review-handed-over');
      case handOverIntents.keep:
        return done(await ctx.perform(keepReview, asked), 'review-kept');
      case holdIntents.lift:
        return done(await ctx.perform(liftHold, { postingId: id }), 'hold-lifted');
      default:
        throw new BadInput('None of the buttons of the page was pressed.');
    }
  },
);

export default function ReviewScreen() {
  return <ReviewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
