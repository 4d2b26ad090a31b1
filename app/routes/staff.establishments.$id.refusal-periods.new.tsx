import { RecordFormPage } from '#app/components/employerRecords/RecordFormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { RefusalPeriodGround } from '#app/domain/refusalPeriod.ts';
import { refusalPeriodForm } from '#app/forms/employerRecords.ts';
import type { FieldValue } from '#app/forms/field.ts';
import { recordRefusalPeriod } from '#app/procedures/refusalPeriod/record.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';

const { title, submit } = employerRecordsText.forms.period;

export const meta = pageMeta(title);

const guard = { permission: 'refusalPeriod.record', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, name } = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  return { establishment: { id, name }, idempotencyKey: ctx.newKey() };
});

const dayIn = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);

export const action = staffRoute.action(guard, async (ctx) => {
  const { id: establishmentId } = ctx.params;
  const { values, typed, errors } = ctx.form.read(refusalPeriodForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(recordRefusalPeriod, {
    establishmentId,
    ground: values.ground as RefusalPeriodGround,
    beginsOn: String(values.begins_on),
    sentOrPublishedOn: dayIn(values.sent_or_published_on),
    correctedOn: dayIn(values.corrected_on),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.employerRecords(establishmentId), 'refusal-period-recorded');
});

export default function RefusalPeriodNewScreen() {
  return (
    <RecordFormPage
      {...useLoaderData<typeof loader>()}
      act="period"
      title={title}
      submit={submit}
      form={refusalPeriodForm}
      answer={useActionData<typeof action>()}
    />
  );
}
