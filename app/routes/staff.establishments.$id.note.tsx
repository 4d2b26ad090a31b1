import { NotePage } from '#app/components/note/NotePage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { noteForms } from '#app/forms/reviewDesk.ts';
import { addNote } from '#app/procedures/staffNote/add.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentSubject } from '#db/queries/staffSubject.ts';

export const meta = pageMeta(noteText.title);

const guard = { permission: 'note.write', params: { id: recordId } } as const;
const view = { screen: 'establishment.note', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  subject: (await ctx.query(establishmentSubject, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(noteForms.establishment);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const text = textIn(values, 'text') ?? '';
  const outcome = await ctx.perform(addNote, { establishmentId: id, postingId: null, text });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.establishment(id), 'note-added');
});

export default function EstablishmentNoteScreen() {
  return <NotePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
