import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { VisitDonePage } from '#app/components/visit/VisitDonePage.tsx';
import { visitDeskText } from '#app/text/staff/visits.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { registeredVisit } from '#db/queries/visits.ts';

export const meta = pageMeta(visitDeskText.doneTitle);

const guard = { permission: 'visit.register', params: { id: recordId, visitId: recordId } } as const;
const view = { screen: 'visit.done', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const found = (await ctx.query(registeredVisit, ctx.params.visitId)) ?? ctx.notFound();
  const { establishment, postings, accounts, registered } = found;
  if (establishment.id !== ctx.params.id) ctx.notFound();
  return {
    establishment: { id: establishment.id, name: establishment.name },
    postings: postings.map(({ id, jobTitle, state, dueDate }) => ({ id, jobTitle, state, dueDate })),
    accounts,
    registered,
  };
});

export default function VisitDoneScreen() {
  return <VisitDonePage {...useLoaderData<typeof loader>()} />;
}
