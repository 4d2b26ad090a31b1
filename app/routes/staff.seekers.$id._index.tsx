import { SeekerPage } from '#app/components/seeker/SeekerPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { seekerCard } from '#db/queries/seekerCard.ts';

export const meta = pageMeta<{ seeker: { name: string } }>(({ seeker }) => seeker.name);

export const loader = staffRoute.loader(
  {
    permission: 'seeker.read',
    params: { id: recordId },
    view: { screen: 'seeker', subject: ({ id }) => id },
  },
  async (ctx) => ({
    ...((await ctx.query(seekerCard, ctx.params.id)) ?? ctx.notFound()),
    ages: agesOn(ctx.rules, ctx.today),
    may: { edit: ctx.may('seeker.edit'), refer: ctx.may('referral.make') },
  }),
);

export default function SeekerScreen() {
  return <SeekerPage {...useLoaderData<typeof loader>()} />;
}
