import { EstablishmentCard } from '#app/components/establishment/EstablishmentCard.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { mypageStateOf } from '#app/procedures/account/support.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { openComplaints } from '#db/queries/employerRecords.ts';
import { establishmentCard } from '#db/queries/establishmentCard.ts';
import { officeDays } from '#db/queries/officeDays.ts';

export const loader = staffRoute.loader(
  {
    permission: 'establishment.read',
    params: { id: recordId },
    view: { screen: 'establishment.card', subject: ({ id }) => id },
  },
  async (ctx) => {
    const card = (await ctx.query(establishmentCard, ctx.params.id, ctx.now)) ?? ctx.notFound();
    const due = card.postings.map((posting) => posting.dueDate);
    return {
      card,
      openComplaints: await ctx.query(openComplaints, ctx.params.id),
      today: ctx.today,
      openDays: openDaysLeft(await ctx.query(officeDays), ctx.today, due),
      mypage: mypageStateOf(ctx.rules, card.accounts, ctx.today),
      may: {
        registerEmail: ctx.may('account.registerEmail'),
        complete: ctx.may('establishment.completeRegistration'),
        correct: ctx.may('establishment.correct'),
        visit: ctx.may('visit.register'),
        print: ctx.may('account.printGuide'),
        help: ctx.may('account.help'),
        suspend: ctx.may('account.suspend'),
      },
    };
  },
);

type Data = Awaited<ReturnType<typeof loader>>;

export const meta = pageMeta<Data>(({ card }) => card.establishment.name);

export default function EstablishmentPage() {
  return <EstablishmentCard {...useLoaderData<typeof loader>()} />;
}
