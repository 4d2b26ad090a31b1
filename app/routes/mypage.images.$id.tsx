import { ImagePage, imageIntents } from '#app/components/image/ImagePage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ImagePurpose } from '#app/domain/image.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { imageDescriptionForm } from '#app/forms/image.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { describeImage } from '#app/procedures/image/describe.ts';
import { removeImage } from '#app/procedures/image/remove.ts';
import { imagesText } from '#app/text/images.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { imageInReach } from '#db/queries/images.ts';

export const meta = pageMeta(imagesText.oneTitle);

export const loader = mypageRoute.loader(
  { permission: 'image.readOwn', params: { id: recordId } },
  async (ctx) => {
    const image = (await ctx.query(imageInReach, ctx.params.id)) ?? ctx.notFound();
    const { purpose, caption, alt } = image;
    return {
      image,
      typed: typedTextOf(fieldsOf(imageDescriptionForm), { purpose, caption, alt }),
      keys: { describe: ctx.newKey(), remove: ctx.newKey() },
    };
  },
);

export const action = mypageRoute.action(
  { permission: 'image.upload', params: { id: recordId } },
  async (ctx) => {
    const shown = { imageId: ctx.params.id, version: ctx.form.version ?? 0 };
    if (ctx.form.intent === imageIntents.remove) {
      const outcome = await ctx.perform(removeImage, shown);
      return outcome.ok ? ctx.redirect(paths.mypage.images(), 'image-removed') : ctx.invalid(outcome);
    }
    const { values, typed, errors } = ctx.form.read(imageDescriptionForm);
    if (errors.length > 0) return ctx.invalid(errors, typed);
    const outcome = await ctx.perform(describeImage, {
      ...shown,
      purpose: values.purpose as ImagePurpose,
      caption: textIn(values, 'caption'),
      alt: textIn(values, 'alt'),
    });
    if (!outcome.ok) return ctx.invalid(outcome, typed);
    return ctx.redirect(paths.mypage.images(), 'image-described');
  },
);

export default function ImageRoute() {
  return <ImagePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
