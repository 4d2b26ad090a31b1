import { knownOthersIn } from '#app/components/establishment/DuplicateList.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ReceptionPage } from '#app/components/visit/ReceptionPage.tsx';
import { readSitting } from '#app/components/visit/sitting.ts';
import { registrationFields, sittingForm } from '#app/components/visit/sittingForm.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type FormValues, fieldsOf } from '#app/forms/field.ts';
import { readForm, typedTextOf } from '#app/forms/read.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { earliestLapsedDue } from '#app/procedures/posting/deadlineDays.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { visitsText } from '#app/text/staff/visits.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { visitDesk } from '#db/queries/visits.ts';

export const meta = pageMeta(visitsText.title);

const guard = { permission: 'visit.register', params: { id: recordId } } as const;
const view = { screen: 'visit.desk', subject: ({ id }: { id: string }) => id };

/** The whole registration form with what was entered online and the numbers that the counter adds. */
const registrationWith = ({ details }: Establishment, added: FormValues) =>
  readForm(establishmentForm, typedTextOf(fieldsOf(establishmentForm), { ...details, ...added }));

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const lapsedFrom = earliestLapsedDue(ctx.rules, ctx.today);
  const desk = (await ctx.query(visitDesk, ctx.params.id, lapsedFrom)) ?? ctx.notFound();
  const { establishment, latest } = desk;
  const asked = registrationFields(establishment).map(({ name }) => name);
  const postings = desk.postings.map(({ id, jobTitle, dueDate, version, state }) => ({
    id,
    jobTitle,
    dueDate,
    version,
    state,
  }));
  const dueDates = postings.map(({ dueDate }) => dueDate);
  return {
    ...desk,
    postings,
    latest: latest?.verdict
      ? {
          jobTitle: latest.posting.jobTitle,
          visitedOn: latest.posting.visitedOn,
          verdict: latest.verdict,
        }
      : null,
    incomplete: registrationWith(establishment, {}).errors.some(({ field }) => !asked.includes(field)),
    openDays: openDaysLeft(await ctx.query(officeDays), ctx.today, dueDates),
    today: ctx.today,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const lapsedFrom = earliestLapsedDue(ctx.rules, ctx.today);
  const { establishment, postings } = (await ctx.query(visitDesk, id, lapsedFrom)) ?? ctx.notFound();
  const registering = establishment.state === 'provisional';
  const form = sittingForm({ postings, late: false, registering: registering ? establishment : null });
  const { values, sitting, errors, shown } = readSitting(ctx.form, form, postings, !registering);
  if (errors.length > 0) return ctx.invalid(errors, shown);
  const numbers = registrationFields(establishment).map(({ name }) => [name, values[name] ?? null]);
  const whole = registrationWith(establishment, Object.fromEntries(numbers));
  if (registering && whole.errors.length > 0) return ctx.invalid(whole.errors, shown);
  const outcome = await ctx.perform(registerVisit, {
    establishmentId: id,
    ...sitting,
    ...(registering
      ? {
          registration: {
            version: ctx.form.version ?? 0,
            values: whole.values,
            knownOthers: knownOthersIn(ctx.form.raw),
          },
        }
      : {}),
  });
  if (!outcome.ok) {
    const duplicates = registering
      ? await ctx.query(duplicateEstablishments, columnsOf(whole.values), searchKeysOf(whole.values), id)
      : [];
    return ctx.invalid(outcome, shown, { duplicates });
  }
  return ctx.redirect(paths.staff.visitDone(id, outcome.value.visitId), 'visit-registered');
});

export default function ReceptionScreen() {
  return <ReceptionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
