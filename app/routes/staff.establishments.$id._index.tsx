import { EstablishmentCard } from '#app/components/establishment/EstablishmentCard.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { mypageStateOf } from '#app/procedures/account/support.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { openComplaints } from '#db/queries/employerRecords.ts';
import { establishmentCard } from '#db/queries/establishmentCard.ts';
import { mergesOf } from '#db/queries/establishmentMerges.ts';
import { checksAbout } from '#db/queries/extraChecks.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { notesAbout } from '#db/queries/staffNotes.ts';
import { transferOf } from '#db/queries/transfers.ts';

export const loader = staffRoute.loader(
  {
    permission: 'establishment.read',
    params: { id: recordId },
    view: { screen: 'establishment.card', subject: ({ id }) => id },
  },
  async (ctx) => {
    const card = (await ctx.query(establishmentCard, ctx.params.id, ctx.now)) ?? ctx.notFound();
    const about = { establishmentId: ctx.params.id, postingId: null };
    const checks = await ctx.query(checksAbout, about);
    const due = [...card.postings.map(({ dueDate }) => dueDate), ...checks.map(({ dueOn }) => dueOn)];
    return {
      card,
      openComplaints: await ctx.query(openComplaints, ctx.params.id),
      notes: await ctx.query(notesAbout, about),
      checks,
      today: ctx.today,
      openDays: openDaysLeft(await ctx.query(officeDays), ctx.today, due),
      transfer: await ctx.query(transferOf, ctx.params.id),
      merges: await ctx.query(mergesOf, ctx.params.id),
      mypage: mypageStateOf(ctx.rules, card.accounts, ctx.today),
      may: {
        registerEmail: ctx.may('account.registerEmail'),
        complete: ctx.may('establishment.completeRegistration'),
        correct: ctx.may('establishment.correct'),
        visit: ctx.may('visit.register'),
        print: ctx.may('account.printGuide'),
        help: ctx.may('account.help'),
        suspend: ctx.may('account.suspend'),
        note: ctx.may('note.write'),
        check: ctx.may('extraCheck.edit'),
        assist: ctx.may('assist.view'),
        transfer: ctx.may('establishment.transfer'),
        compare: ctx.may('establishment.compare'),
      },
    };
  },
);

type Data = Awaited<ReturnType<typeof loader>>;

export const meta = pageMeta<Data>(({ card }) => card.establishment.name);

export default function EstablishmentPage() {
  return <EstablishmentCard {...useLoaderData<typeof loader>()} />;
}
