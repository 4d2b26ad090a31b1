import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { VersionsPage } from '#app/components/version/VersionsPage.tsx';
import { registrationText } from '#app/text/staff/establishment.ts';
import { versionsText } from '#app/text/staff/versions.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { shownVersions } from '#app/web/versions.server.ts';
import { establishmentDifferences } from '#app/web/wordDiff.server.ts';
import { establishmentVersions } from '#db/queries/versions.ts';

export const meta = pageMeta(versionsText.title);

const view = { screen: 'establishment.versions', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'establishment.read', params: { id: recordId }, view },
  async (ctx) => {
    const history = (await ctx.query(establishmentVersions, ctx.params.id)) ?? ctx.notFound();
    return {
      establishment: history.establishment,
      ...shownVersions(ctx.url, history, establishmentDifferences),
    };
  },
);

export default function EstablishmentVersionsScreen() {
  const { establishment, ...shown } = useLoaderData<typeof loader>();
  return (
    <VersionsPage
      {...shown}
      of="establishment"
      above={{ to: paths.staff.establishment(establishment.id), label: establishment.name }}
      back={registrationText.backToCard}
      href={(query) => paths.staff.establishmentVersions(establishment.id, query)}
    />
  );
}
