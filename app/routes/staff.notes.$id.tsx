import { TakeBackPage } from '#app/components/note/TakeBackPage.tsx';
import { subjectPath } from '#app/components/review/SubjectAbout.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { takeBackNote } from '#app/procedures/staffNote/takeBack.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { staffNote } from '#db/queries/staffNotes.ts';

export const meta = pageMeta(noteText.takeBackTitle);

const guard = { permission: 'note.write', params: { id: recordId } } as const;
const view = { screen: 'note', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  note: (await ctx.query(staffNote, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const note = (await ctx.query(staffNote, id)) ?? ctx.notFound();
  const outcome = await ctx.perform(takeBackNote, { noteId: id });
  return outcome.ok ? ctx.redirect(subjectPath(note), 'note-taken-back') : ctx.invalid(outcome);
});

export default function TakeBackScreen() {
  return <TakeBackPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
