import { TemplatePage } from '#app/components/template/TemplatePage.tsx';
import { templateTextOf } from '#app/components/template/templates.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { reasonTemplateForm } from '#app/forms/reasonTemplate.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(templatesText.addTitle);

const guard = { permission: 'reasonTemplate.edit' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({ idempotencyKey: ctx.newKey() }));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(reasonTemplateForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(addReasonTemplate, templateTextOf(values));
  return outcome.ok ? ctx.redirect(paths.staff.templates(), 'template-saved') : ctx.invalid(outcome, typed);
});

export default function TemplateNewRoute() {
  return (
    <TemplatePage
      template={null}
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  );
}
