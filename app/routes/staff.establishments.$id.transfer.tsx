import { textIn } from '#app/components/review/decided.ts';
import { TransferPage } from '#app/components/transfer/TransferPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { transferForm } from '#app/forms/transfer.ts';
import { transferOut } from '#app/procedures/transfer/transferOut.ts';
import { transferText } from '#app/text/staff/transfer.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';
import { otherOffices } from '#db/queries/transfers.ts';

export const meta = pageMeta(transferText.title);

const guard = { permission: 'establishment.transfer', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, name, version, state } =
    (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  return {
    establishment: { id, name, version },
    possible: state === 'registered',
    offices: await ctx.query(otherOffices),
    today: ctx.today,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(transferForm(await ctx.query(otherOffices)));
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const text = (name: string) => textIn(values, name) ?? '';
  const outcome = await ctx.perform(transferOut, {
    establishmentId: id,
    version: ctx.form.version ?? 0,
    toOfficeId: text('to_office_id'),
    movedOn: text('moved_on'),
    reason: text('reason'),
    address: {
      postal: text('postal'),
      prefecture: text('prefecture'),
      city: text('city'),
      street: text('street'),
      building: textIn(values, 'building'),
    },
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.establishment(id), 'transferred-out');
});

export default function TransferScreen() {
  return <TransferPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
