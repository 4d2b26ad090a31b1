import { AssistFrame } from '#app/components/assist/AssistFrame.tsx';
import { ImagesPage } from '#app/components/image/ImagesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { assistText } from '#app/text/staff/assist.ts';
import { assistOf } from '#app/web/assist.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { mypageImages } from '#db/queries/images.ts';

export const meta = pageMeta(assistText.title);

export const loader = staffRoute.loader(
  { permission: 'assist.view', params: { establishmentId: recordId } },
  async (ctx) => {
    const { frame, read } = await assistOf(ctx, 'assist.images');
    const figure = (name: string) => Number(ctx.rules.parameter('eligibility/image-upload', name, ctx.today));
    return {
      frame,
      page: {
        images: await read(mypageImages),
        limits: { files: figure('maxFiles'), bytes: figure('maxBytes') },
      },
    };
  },
);

export default function AssistImagesScreen() {
  const { frame, page } = useLoaderData<typeof loader>();
  return (
    <AssistFrame {...frame}>
      <ImagesPage
        {...page}
        idempotencyKey=""
        moveKeys={{}}
        answer={undefined}
        answers={undefined}
        fileOf={paths.staff.imageFile}
      />
    </AssistFrame>
  );
}
