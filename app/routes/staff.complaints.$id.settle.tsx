import { aboutComplaint } from '#app/components/employerRecords/about.ts';
import { RecordFormPage } from '#app/components/employerRecords/RecordFormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ComplaintOutcome } from '#app/domain/mismatchComplaint.ts';
import { complaintSettlementForm } from '#app/forms/employerRecords.ts';
import { settleComplaint } from '#app/procedures/complaint/settle.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { complaintView } from '#db/queries/employerRecords.ts';

const { title, submit } = employerRecordsText.forms.settle;

export const meta = pageMeta(title);

const guard = { permission: 'complaint.handle', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const complaint = (await ctx.query(complaintView, ctx.params.id)) ?? ctx.notFound();
  if (complaint.settled !== null) return ctx.redirect(paths.staff.employerRecords(complaint.establishmentId));
  return { complaint, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(complaintSettlementForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(settleComplaint, {
    complaintId: ctx.params.id,
    version: ctx.form.version ?? 0,
    outcome: values.outcome as ComplaintOutcome,
    note: String(values.note),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.employerRecords(outcome.value.establishmentId), 'complaint-settled');
});

export default function ComplaintSettleScreen() {
  const { complaint, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <RecordFormPage
      act="settle"
      title={title}
      submit={submit}
      establishment={{ id: complaint.establishmentId, name: complaint.establishmentName }}
      about={aboutComplaint(complaint)}
      form={complaintSettlementForm}
      version={complaint.version}
      idempotencyKey={idempotencyKey}
      answer={useActionData<typeof action>()}
    />
  );
}
