import { postingName } from '#app/components/employerRecords/complaintColumns.tsx';
import { RecordFormPage } from '#app/components/employerRecords/RecordFormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ComplaintTopic } from '#app/domain/mismatchComplaint.ts';
import { complaintForm } from '#app/forms/employerRecords.ts';
import { receiveComplaint } from '#app/procedures/complaint/receive.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { postingsComplainedOf } from '#db/queries/employerRecords.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';

const { title, submit } = employerRecordsText.forms.complaint;

export const meta = pageMeta(title);

const guard = { permission: 'complaint.handle', params: { id: recordId } } as const;

type Complained = Awaited<ReturnType<typeof postingsComplainedOf>>;

const formFor = (postings: Complained) =>
  complaintForm(
    postings.map(({ id, jobTitle, number: postingNumber }) => ({
      value: id,
      label: postingName({ jobTitle, postingNumber }),
    })),
  );

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, name } = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  return {
    establishment: { id, name },
    postings: await ctx.query(postingsComplainedOf, id),
    today: ctx.today,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id: establishmentId } = ctx.params;
  const form = formFor(await ctx.query(postingsComplainedOf, establishmentId));
  const { values, typed, errors } = ctx.form.read(form);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(receiveComplaint, {
    establishmentId,
    postingId: values.posting_id === null ? null : String(values.posting_id),
    receivedOn: String(values.received_on),
    topics: values.topics as readonly ComplaintTopic[],
    description: String(values.description),
    holdsReferrals: values.holds_referrals === true,
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.employerRecords(establishmentId), 'complaint-received');
});

export default function ComplaintNewScreen() {
  const { postings, today, ...shown } = useLoaderData<typeof loader>();
  return (
    <RecordFormPage
      {...shown}
      act="complaint"
      title={title}
      submit={submit}
      form={formFor(postings)}
      typed={{ received_on: today }}
      answer={useActionData<typeof action>()}
    />
  );
}
