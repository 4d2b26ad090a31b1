import { ImagesPage, NoEstablishment } from '#app/components/image/ImagesPage.tsx';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ImagePurpose } from '#app/domain/image.ts';
import { imageUploadForm } from '#app/forms/image.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { reorderImage } from '#app/procedures/image/reorder.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { imagesText } from '#app/text/images.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageImages } from '#db/queries/images.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(imagesText.title);

export const loader = mypageRoute.loader({ permission: 'image.readOwn' }, async (ctx) => {
  const images = await ctx.query(mypageImages);
  const access = await ctx.query(mypageAccess, ctx.today);
  const figure = (name: string) => Number(ctx.rules.parameter('eligibility/image-upload', name, ctx.today));
  return {
    hasEstablishment: ctx.actor.establishmentId !== null,
    closed: await expectedRefusal(ctx.rules, 'images', access, ctx.today),
    images,
    limits: { files: figure('maxFiles'), bytes: figure('maxBytes') },
    idempotencyKey: ctx.newKey(),
    moveKeys: Object.fromEntries(images.map(({ id }) => [id, ctx.newKey()])),
  };
});

export const action = mypageRoute.action({ permission: 'image.upload' }, async (ctx) => {
  const { establishmentId } = ctx.actor;
  if (establishmentId === null) return ctx.redirect(paths.mypage.establishment());
  const { intent } = ctx.form;
  if (intent === 'up' || intent === 'down') {
    const imageId = recordId(String(ctx.form.raw.get('image') ?? '')) ?? ctx.notFound();
    const shown = { imageId, version: ctx.form.version ?? 0 };
    const outcome = await ctx.perform(reorderImage, { ...shown, direction: intent });
    return outcome.ok ? ctx.redirect(paths.mypage.images(), 'image-moved') : ctx.invalid(outcome);
  }

  const { values, typed, errors } = ctx.form.read(imageUploadForm);
  return ctx.withFiles('files', async (posted) => {
    const missing = posted.length === 0 ? [{ field: 'files', code: 'required' }] : [];
    if (errors.length + missing.length > 0) return ctx.invalid([...errors, ...missing], typed);
    const files = posted.map(({ name: _, ...file }) => file);
    const purpose = values.purpose as ImagePurpose;
    const outcome = await ctx.perform(uploadImages, { establishmentId, purpose, files });
    if (!outcome.ok) return ctx.invalid(outcome, typed);
    const { answers } = outcome.value;
    if (answers.every(({ kept }) => kept)) return ctx.redirect(paths.mypage.images(), 'images-uploaded');
    const named = answers.map((answer, index) => ({ ...answer, name: posted[index]?.name ?? '' }));
    return ctx.json(
      { ok: true as const, answers: named },
      { status: answers.some(({ kept }) => kept) ? 200 : 422 },
    );
  });
});

type Revalidation = { actionResult?: unknown; defaultShouldRevalidate: boolean };

/** Once files were answered the form's key is spent and the page is read anew; after a 422 Remix would not do so. */
export const shouldRevalidate = ({ actionResult, defaultShouldRevalidate }: Revalidation): boolean =>
  (typeof actionResult === 'object' && actionResult !== null && 'answers' in actionResult) ||
  defaultShouldRevalidate;

export default function ImagesRoute() {
  const { hasEstablishment, closed: expected, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer?.ok === false ? answer : undefined;
  const closed = closedBy(refused, expected);
  if (!hasEstablishment) return <NoEstablishment />;
  if (closed !== null)
    return <ClosedFeature title={imagesText.title} closed={closed} tried={answer !== undefined} />;
  return <ImagesPage {...page} answer={refused} answers={answer?.ok ? answer.answers : undefined} />;
}
