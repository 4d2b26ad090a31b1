import { ReviewPage } from '#app/components/image/ReviewPage.tsx';
import { uploadIntent } from '#app/components/image/UploadForm.tsx';
import { isSilent, isUndecided, type Vote, votesIn } from '#app/components/image/votes.ts';
import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision, inTab } from '#app/components/queue/itemPath.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ImagePurpose } from '#app/domain/image.ts';
import { imageUploadForm } from '#app/forms/image.ts';
import { decideImages } from '#app/procedures/image/decide.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { imageReviewText } from '#app/text/staff/images.ts';
import type { StaffAction } from '#app/web/context.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { imageReview } from '#db/queries/imageReview.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';

export const meta = pageMeta(imageReviewText.queueTitle);

/** What came back is the upload form. */
const noVotes: { votes: readonly Vote[] | undefined } = { votes: undefined };

const params = { establishmentId: recordId };

export const loader = staffRoute.loader(
  {
    permission: 'image.read',
    params,
    view: { screen: 'image.review', subject: ({ establishmentId }) => establishmentId },
  },
  async (ctx) => {
    const review = (await ctx.query(imageReview, ctx.params.establishmentId)) ?? ctx.notFound();
    const figure = (name: string) => Number(ctx.rules.parameter('eligibility/image-upload', name, ctx.today));
    return {
      ...review,
      limits: { files: figure('maxFiles'), bytes: figure('maxBytes') },
      keys: { decide: ctx.newKey(), upload: ctx.newKey() },
      may: { decide: ctx.may('image.decide'), upload: ctx.may('image.upload') },
    };
  },
);

/** The counter registers pictures that an employer has brought. */
async function upload(ctx: StaffAction<{ establishmentId: string }>) {
  const { establishmentId } = ctx.params;
  const { values, typed, errors } = ctx.form.read(imageUploadForm);
  return ctx.withFiles('files', async (posted) => {
    const missing = posted.length === 0 ? [{ field: 'files', code: 'required' }] : [];
    if (errors.length + missing.length > 0) return ctx.invalid([...errors, ...missing], typed, noVotes);
    const files = posted.map(({ name: _, ...file }) => file);
    const purpose = values.purpose as ImagePurpose;
    const outcome = await ctx.perform(uploadImages, { establishmentId, purpose, files });
    if (!outcome.ok) return ctx.invalid(outcome, typed, noVotes);
    const { answers } = outcome.value;
    if (answers.every(({ kept }) => kept))
      return ctx.redirect(
        inTab(paths.staff.reviewImages(establishmentId), queueTab(ctx.url.searchParams)),
        'images-uploaded',
      );
    const named = answers.map((answer, index) => ({ ...answer, name: posted[index]?.name ?? '' }));
    return ctx.json(
      { ok: true as const, answers: named },
      { status: answers.some(({ kept }) => kept) ? 200 : 422 },
    );
  });
}

export const action = staffRoute.action({ permission: 'image.decide', params }, async (ctx) => {
  if (ctx.form.intent === uploadIntent) return upload(ctx);
  const { establishmentId } = ctx.params;
  const votes = votesIn(ctx.form.raw);
  if (votes.length === 0 || votes.some((vote) => isUndecided(vote) || isSilent(vote)))
    return ctx.invalid([{ field: 'votes', code: 'required' }], {}, { votes });
  const outcome = await ctx.perform(decideImages, {
    establishmentId,
    decisions: votes.map(({ imageId, version, vote, reasons, message }) => ({
      imageId,
      version,
      publish: vote === 'yes',
      reasons: vote === 'yes' ? [] : reasons,
      message: vote === 'yes' || message === '' ? null : message,
    })),
  });
  if (!outcome.ok) return ctx.invalid(outcome, {}, { votes });
  const tab = queueTab(ctx.url.searchParams);
  const except = { kind: 'image' as const, id: establishmentId };
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except });
  return ctx.redirect(afterDecision(next, tab), 'images-decided');
});

type Revalidation = { actionResult?: unknown; defaultShouldRevalidate: boolean };

/** Once files were answered the form's key is spent and the page is read anew; after a 422 Remix would not do so. */
export const shouldRevalidate = ({ actionResult, defaultShouldRevalidate }: Revalidation): boolean =>
  (typeof actionResult === 'object' && actionResult !== null && 'answers' in actionResult) ||
  defaultShouldRevalidate;

export default function ImageReviewRoute() {
  const answer = useActionData<typeof action>();
  const refused = answer?.ok === false ? answer : undefined;
  const votes = refused?.votes;
  return (
    <ReviewPage
      {...useLoaderData<typeof loader>()}
      votes={votes}
      answer={votes === undefined ? refused : undefined}
      answers={answer?.ok ? answer.answers : undefined}
    />
  );
}
