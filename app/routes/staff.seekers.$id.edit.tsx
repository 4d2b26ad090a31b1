import { SeekerEditor } from '#app/components/seeker/SeekerEditor.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { seekerFields, seekerForm } from '#app/forms/jobSeeker.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { updateSeeker } from '#app/procedures/seeker/update.ts';
import { seekersText } from '#app/text/staff/seekers.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { seekerCard } from '#db/queries/seekerCard.ts';

export const meta = pageMeta(seekersText.editTitle);

const guard = { permission: 'seeker.edit', params: { id: recordId } } as const;
const view = { screen: 'seeker.edit', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { seeker } = (await ctx.query(seekerCard, ctx.params.id)) ?? ctx.notFound();
  return {
    id: seeker.id,
    version: seeker.version,
    typed: typedTextOf(seekerFields, { ...seeker.person, ...seeker.profile }),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors, conversions } = ctx.form.read(seekerForm);
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const shown = { seekerId: ctx.params.id, version: ctx.form.version ?? 0 };
  const outcome = await ctx.perform(updateSeeker, { ...shown, values });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { conversions });
  return ctx.redirect(paths.staff.seeker(ctx.params.id), 'seeker-saved');
});

export default function SeekerEditScreen() {
  const { id, ...shown } = useLoaderData<typeof loader>();
  return (
    <SeekerEditor
      {...shown}
      title={seekersText.editTitle}
      form={seekerForm}
      answer={useActionData<typeof action>()}
      submit={seekersText.saveEdit}
      cancel={{ to: paths.staff.seeker(id), label: seekersText.back }}
    />
  );
}
