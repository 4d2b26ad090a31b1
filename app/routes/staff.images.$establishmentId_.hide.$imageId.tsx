import { HideImagePage } from '#app/components/image/HideImagePage.tsx';
import { listIn, textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { imageHideForm } from '#app/forms/image.ts';
import { hideImage } from '#app/procedures/image/hide.ts';
import { hideImageText } from '#app/text/staff/images.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { imageReview } from '#db/queries/imageReview.ts';

export const meta = pageMeta(hideImageText.title);

const guard = {
  permission: 'image.decide',
  params: { establishmentId: recordId, imageId: recordId },
} as const;
const view = { screen: 'image.hide', subject: ({ imageId }: { imageId: string }) => imageId };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { establishment, images } =
    (await ctx.query(imageReview, ctx.params.establishmentId)) ?? ctx.notFound();
  const image = images.find(({ id }) => id === ctx.params.imageId) ?? ctx.notFound();
  if (image.state !== 'published') return ctx.redirect(paths.staff.reviewImages(establishment.id));
  return { establishment, image, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(imageHideForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(hideImage, {
    imageId: ctx.params.imageId,
    version: ctx.form.version ?? 0,
    reasons: listIn(values, 'reasons'),
    message: textIn(values, 'message'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.reviewImages(outcome.value.establishmentId), 'image-hidden');
});

export default function HideImageScreen() {
  return <HideImagePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
