import { NotePage } from '#app/components/note/NotePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { postedNote } from '#app/web/staffSubject.server.ts';
import { establishmentSubject } from '#db/queries/staffSubject.ts';

export const meta = pageMeta(noteText.title);

const guard = { permission: 'note.write', params: { id: recordId } } as const;
const view = { screen: 'establishment.note', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  subject: (await ctx.query(establishmentSubject, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) =>
  postedNote(ctx, (await ctx.query(establishmentSubject, ctx.params.id)) ?? ctx.notFound()),
);

export default function EstablishmentNoteScreen() {
  return <NotePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
