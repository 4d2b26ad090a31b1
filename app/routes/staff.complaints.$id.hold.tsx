import { aboutComplaint } from '#app/components/employerRecords/about.ts';
import { RecordFormPage } from '#app/components/employerRecords/RecordFormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { holdReferrals } from '#app/procedures/complaint/holdReferrals.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { complaintView } from '#db/queries/employerRecords.ts';

const { title, submit, undo } = employerRecordsText.forms.hold;

export const meta = pageMeta(title);

const guard = { permission: 'complaint.handle', params: { id: recordId } } as const;

/** Nothing is typed: the button says it all. */
const form = { id: 'complaint-hold', title, sections: [] };

export const loader = staffRoute.loader(guard, async (ctx) => {
  const complaint = (await ctx.query(complaintView, ctx.params.id)) ?? ctx.notFound();
  if (complaint.settled !== null || complaint.postingId === null)
    return ctx.redirect(paths.staff.employerRecords(complaint.establishmentId));
  return { complaint, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const complaint = (await ctx.query(complaintView, ctx.params.id)) ?? ctx.notFound();
  const outcome = await ctx.perform(holdReferrals, {
    complaintId: complaint.id,
    version: ctx.form.version ?? 0,
    holds: !complaint.holdsReferrals,
  });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.staff.employerRecords(outcome.value.establishmentId), 'referrals-held');
});

export default function ComplaintHoldScreen() {
  const { complaint, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <RecordFormPage
      act="hold"
      title={title}
      submit={complaint.holdsReferrals ? undo : submit}
      establishment={{ id: complaint.establishmentId, name: complaint.establishmentName }}
      about={aboutComplaint(complaint)}
      form={form}
      version={complaint.version}
      idempotencyKey={idempotencyKey}
      answer={useActionData<typeof action>()}
    />
  );
}
