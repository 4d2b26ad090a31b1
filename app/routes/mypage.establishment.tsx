import { isZipIntent } from '#app/components/address/intents.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { EstablishmentForm } from '#app/components/mypage/EstablishmentForm.tsx';
import { EstablishmentView } from '#app/components/mypage/EstablishmentView.tsx';
import { establishmentAddress, withOfficeChoice } from '#app/components/mypage/establishmentFields.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { enterEstablishment } from '#app/procedures/establishment/enterProvisionally.ts';
import { common } from '#app/text/common.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { changesOfEstablishment } from '#db/queries/mypageChange.ts';
import { mypageEstablishment } from '#db/queries/mypageEstablishment.ts';

export const meta = pageMeta<{ establishment: { state: EstablishmentState } | null }>(({ establishment }) => {
  const { enter, correct, view } = establishmentText.title;
  if (establishment === null) return enter;
  return establishment.state === 'registered' ? view : correct;
});

export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async (ctx) => ({
  ...(await ctx.query(mypageEstablishment)),
  closed: await expectedRefusal(
    ctx.rules,
    'establishment-change',
    await ctx.query(mypageAccess, ctx.today),
    ctx.today,
  ),
  changes: await ctx.query(changesOfEstablishment),
  key: ctx.newKey(),
}));

export const action = mypageRoute.action({ permission: 'establishment.enterProvisionally' }, async (ctx) => {
  const { offices } = await ctx.query(mypageEstablishment);
  const { values, typed, errors, conversions } = ctx.form.read(withOfficeChoice(offices));
  if (isZipIntent(ctx.form.intent)) {
    const found = await searchAddress(ctx.form, typed, establishmentAddress);
    return ctx.json({ ok: true as const, ...found });
  }
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const { office_id: officeId, ...establishment } = values;
  const input = { officeId: String(officeId), values: establishment, version: ctx.form.version ?? 0 };
  const outcome = await ctx.perform(enterEstablishment, input);
  if (!outcome.ok) return ctx.invalid(outcome, typed, { conversions });
  return ctx.redirect(paths.mypage.home(), 'establishment-saved');
});

export default function EstablishmentPage() {
  const { establishment, offices, closed, changes, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (establishment?.state === 'registered') {
    return (
      <EstablishmentView
        establishment={establishment}
        changes={changes}
        office={offices.find(({ id }) => id === establishment.officeId)}
      />
    );
  }
  if (closed !== null && answer === undefined)
    return <ClosedFeature title={establishmentText.title.correct} closed={closed} />;
  const form = withOfficeChoice(offices);
  const stored = establishment ? { ...establishment.details, office_id: establishment.officeId } : {};
  return (
    <EstablishmentForm
      title={establishmentText.title[establishment === null ? 'enter' : 'correct']}
      lead={establishment === null ? establishmentText.enterLead : establishmentText.correctLead}
      submit={establishmentText.save}
      form={form}
      cancel={{ to: paths.mypage.home(), label: common.cancel }}
      typed={answer?.typed ?? typedTextOf(fieldsOf(form), stored)}
      version={establishment?.version ?? 0}
      idempotencyKey={key}
      answer={answer?.ok === false ? answer : undefined}
      addressSearch={answer?.ok ? answer.search : null}
    />
  );
}
