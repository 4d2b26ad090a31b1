import { TemplatePage } from '#app/components/template/TemplatePage.tsx';
import { templateIntents, templateTextOf } from '#app/components/template/templates.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { reasonTemplateForm } from '#app/forms/reasonTemplate.ts';
import { editReasonTemplate } from '#app/procedures/reasonTemplate/edit.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reasonTemplates } from '#db/queries/reasonTemplates.ts';

export const meta = pageMeta(templatesText.editTitle);

const guard = { permission: 'reasonTemplate.edit', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({
  template: (await ctx.query(reasonTemplates)).find(({ id }) => id === ctx.params.id) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(reasonTemplateForm);
  const template = (await ctx.query(reasonTemplates)).find((one) => one.id === id) ?? ctx.notFound();
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const { retire, bringBack } = templateIntents;
  const retired =
    ctx.form.intent === retire || (ctx.form.intent !== bringBack && template.retiredAt !== null);
  const version = ctx.form.version ?? 0;
  const input = { ...templateTextOf(values), templateId: id, version, retired };
  const outcome = await ctx.perform(editReasonTemplate, input);
  return outcome.ok ? ctx.redirect(paths.staff.templates(), 'template-saved') : ctx.invalid(outcome, typed);
});

export default function TemplateRoute() {
  return <TemplatePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
