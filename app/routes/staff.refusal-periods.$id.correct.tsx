import { aboutPeriod } from '#app/components/employerRecords/about.ts';
import { RecordFormPage } from '#app/components/employerRecords/RecordFormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { correctionForm } from '#app/forms/employerRecords.ts';
import { correctRefusalPeriod } from '#app/procedures/refusalPeriod/correct.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { refusalPeriodView } from '#db/queries/employerRecords.ts';

const { title, submit } = employerRecordsText.forms.correct;

export const meta = pageMeta(title);

const guard = { permission: 'refusalPeriod.record', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { period, establishment } = (await ctx.query(refusalPeriodView, ctx.params.id)) ?? ctx.notFound();
  if (period.correctedOn !== null) return ctx.redirect(paths.staff.employerRecords(establishment.id));
  return { period, establishment, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(correctionForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(correctRefusalPeriod, {
    refusalPeriodId: ctx.params.id,
    version: ctx.form.version ?? 0,
    correctedOn: String(values.corrected_on),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.employerRecords(outcome.value.establishmentId), 'refusal-period-corrected');
});

export default function RefusalPeriodCorrectScreen() {
  const { period, establishment, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <RecordFormPage
      act="correct"
      title={title}
      submit={submit}
      establishment={establishment}
      about={aboutPeriod(period)}
      form={correctionForm}
      version={period.version}
      idempotencyKey={idempotencyKey}
      answer={useActionData<typeof action>()}
    />
  );
}
