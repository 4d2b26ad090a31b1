import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { VersionsPage } from '#app/components/version/VersionsPage.tsx';
import { reviewText } from '#app/text/staff/review.ts';
import { versionsText } from '#app/text/staff/versions.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { shownVersions } from '#app/web/versions.server.ts';
import { differences } from '#app/web/wordDiff.server.ts';
import { postingVersions } from '#db/queries/versions.ts';

export const meta = pageMeta(versionsText.title);

const view = { screen: 'posting.versions', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'review.read', params: { id: recordId }, view },
  async (ctx) => {
    const history = (await ctx.query(postingVersions, ctx.params.id)) ?? ctx.notFound();
    const { posting, establishment } = history;
    return { posting, establishment, ...shownVersions(ctx.url, history, differences) };
  },
);

export default function PostingVersionsScreen() {
  const { posting, establishment, ...shown } = useLoaderData<typeof loader>();
  return (
    <VersionsPage
      {...shown}
      of="posting"
      above={{ to: paths.staff.review(posting.id), label: posting.jobTitle ?? reviewText.untitled }}
      beside={establishment.name}
      back={versionsText.backToPosting}
      href={(query) => paths.staff.postingVersions(posting.id, query)}
    />
  );
}
