import { SeekerEditor } from '#app/components/seeker/SeekerEditor.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { seekerEntryForm } from '#app/forms/jobSeeker.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { seekersText } from '#app/text/staff/seekers.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(seekersText.newTitle);

const guard = { permission: 'seeker.edit' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({ key: ctx.newKey() }));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values: read, typed, errors, conversions } = ctx.form.read(seekerEntryForm);
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const { other_person: otherPerson, ...values } = read;
  const outcome = await ctx.perform(registerSeeker, { values, otherPerson: otherPerson === true });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { conversions });
  return ctx.redirect(paths.staff.seeker(outcome.value.seekerId), 'seeker-registered');
});

export default function SeekerNewScreen() {
  const { key } = useLoaderData<typeof loader>();
  return (
    <SeekerEditor
      title={seekersText.newTitle}
      lead={seekersText.newLead}
      form={seekerEntryForm}
      typed={{}}
      idempotencyKey={key}
      answer={useActionData<typeof action>()}
      submit={seekersText.save}
      cancel={{ to: paths.staff.seekers(), label: seekersText.back }}
    />
  );
}
