import { OfficeCorrectionPage } from '#app/components/office/OfficeCorrectionPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { officeForm } from '#app/forms/office.ts';
import { correctOffice, shownOffice } from '#app/procedures/office/correct.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { offices } from '#db/queries/offices.ts';

export const meta = pageMeta(officeText.data.correctTitle);

const guard = { permission: 'office.correct' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { own } = await ctx.query(offices);
  return { own, shown: shownOffice(own), idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(officeForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const text = (name: string): string => textIn(values, name) ?? '';
  const outcome = await ctx.perform(correctOffice, {
    name: text('office_name'),
    phone: text('office_phone'),
    postal: text('office_postal'),
    address: text('office_address'),
    shown: String(ctx.form.raw.get('shown') ?? ''),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.offices(), 'office-corrected');
});

export default function OfficeCorrectionScreen() {
  return <OfficeCorrectionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
