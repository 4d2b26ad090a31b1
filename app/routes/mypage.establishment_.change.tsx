import { isZipIntent } from '#app/components/address/intents.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { EstablishmentForm } from '#app/components/mypage/EstablishmentForm.tsx';
import { establishmentAddress } from '#app/components/mypage/establishmentFields.ts';
import { ReturnedAnswer } from '#app/components/mypage/ReturnedAnswer.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { establishmentTrail, targetBack } from '#app/components/mypage/trails.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isOpenChange } from '#app/domain/changeRequest.ts';
import { establishmentChangeForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { detailsWith } from '#app/procedures/changeRequest/establishment.ts';
import { saveEstablishmentChange } from '#app/procedures/changeRequest/saveEstablishment.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { changesOfEstablishment } from '#db/queries/mypageChange.ts';
import { mypageEstablishment } from '#db/queries/mypageEstablishment.ts';

const text = changesText.establishment;

export const meta = pageMeta(text.title);

const options = { permission: 'changeRequest.ask' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { rules, today } = ctx;
  const { establishment } = await ctx.query(mypageEstablishment);
  if (establishment?.state !== 'registered') return ctx.redirect(paths.mypage.establishment());
  const changes = await ctx.query(changesOfEstablishment);
  const open = changes.find(({ state }) => isOpenChange(state));
  if (open?.state === 'submitted') return ctx.redirect(paths.mypage.change(open.id));
  const access = await ctx.query(mypageAccess, today);
  const values = open === undefined ? establishment.details : detailsWith(open, establishment);
  return {
    closed: await expectedRefusal(rules, 'establishment-change', access, today),
    version: establishment.version,
    typed: typedTextOf(fieldsOf(establishmentChangeForm), values),
    request: open ?? null,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, typed, errors, conversions } = ctx.form.read(establishmentChangeForm);
  if (isZipIntent(ctx.form.intent)) {
    const found = await searchAddress(ctx.form, typed, establishmentAddress);
    return ctx.json({ ok: true as const, ...found });
  }
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const outcome = await ctx.perform(saveEstablishmentChange, { version: ctx.form.version ?? 0, values });
  if (!outcome.ok) return ctx.invalid(outcome, typed, { conversions });
  return ctx.redirect(paths.mypage.establishmentChangeConfirm());
});

export default function EstablishmentChangePage() {
  const { closed: expected, version, typed, request, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer?.ok === false ? answer : undefined;
  const closed = closedBy(refused, expected);
  if (closed !== null)
    return <ClosedFeature title={text.title} closed={closed} tried={refused !== undefined} />;
  return (
    <EstablishmentForm
      title={text.title}
      lead={text.lead}
      submit={text.next}
      form={establishmentChangeForm}
      cancel={targetBack(null)}
      trail={establishmentTrail}
      notice={<ReturnedAnswer request={request} />}
      typed={answer?.typed ?? typed}
      version={version}
      idempotencyKey={idempotencyKey}
      answer={refused}
      addressSearch={answer?.ok ? answer.search : null}
    />
  );
}
