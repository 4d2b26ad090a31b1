import { textIn } from '#app/components/review/decided.ts';
import { FormPage } from '#app/components/review/FormPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { transferSettlementForm } from '#app/forms/transfer.ts';
import { settleTransfer } from '#app/procedures/transfer/settle.ts';
import { transferText as text } from '#app/text/staff/transfer.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { incomingTransfer } from '#db/queries/transfers.ts';

export const meta = pageMeta(text.settleTitle);

const guard = { permission: 'establishment.settleTransfer', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({
  transfer: (await ctx.query(incomingTransfer, ctx.params.id)) ?? ctx.notFound(),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(transferSettlementForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(settleTransfer, {
    transferId: ctx.params.id,
    establishmentNumber: textIn(values, 'establishment_number') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.transfers(), 'transfer-settled');
});

export default function SettleTransferScreen() {
  const { transfer, idempotencyKey } = useLoaderData<typeof loader>();
  const list = { to: paths.staff.transfers(), label: text.listTitle };
  return (
    <FormPage
      title={text.settleTitle}
      trail={[list]}
      about={<p>{transfer.name}</p>}
      form={transferSettlementForm}
      answer={useActionData<typeof action>()}
      idempotencyKey={idempotencyKey}
      submits={[{ label: text.settle, intent: 'settle' }]}
      cancel={list}
      happens={text.settleHappens}
    />
  );
}
