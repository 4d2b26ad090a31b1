import { isZipIntent } from '#app/components/address/intents.ts';
import { knownOthersIn } from '#app/components/establishment/DuplicateList.tsx';
import {
  EstablishmentEditor,
  establishmentAddress,
} from '#app/components/establishment/EstablishmentEditor.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { completeRegistration } from '#app/procedures/establishment/completeRegistration.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { registrationText } from '#app/text/staff/establishment.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';

export const meta = pageMeta(registrationText.completeTitle);

const guard = { permission: 'establishment.completeRegistration', params: { id: recordId } } as const;
const view = { screen: 'establishment.registration', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const establishment = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  return { establishment, key: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors, conversions } = ctx.form.read(establishmentForm);
  if (isZipIntent(ctx.form.intent)) {
    const found = await searchAddress(ctx.form, typed, establishmentAddress);
    return ctx.json({ ok: true as const, ...found });
  }
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const outcome = await ctx.perform(completeRegistration, {
    establishmentId: id,
    version: ctx.form.version ?? 0,
    values,
    knownOthers: knownOthersIn(ctx.form.raw),
  });
  if (!outcome.ok) {
    const duplicates = await ctx.query(duplicateEstablishments, columnsOf(values), searchKeysOf(values), id);
    return ctx.invalid(outcome, typed, { conversions, duplicates });
  }
  return ctx.redirect(paths.staff.establishment(id), 'registration-completed');
});

export default function RegistrationPage() {
  const { establishment, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const card = paths.staff.establishment(establishment.id);
  const trail = [{ to: card, label: establishment.name }];
  if (establishment.state !== 'provisional') {
    return (
      <>
        <PageTitle title={registrationText.completeTitle} trail={trail} />
        <p>{registrationText.notProvisional}</p>
        <ButtonRow>
          <ButtonLink to={card}>{registrationText.backToCard}</ButtonLink>
        </ButtonRow>
      </>
    );
  }
  return (
    <EstablishmentEditor
      title={registrationText.completeTitle}
      lead={registrationText.completeLead}
      submit={registrationText.complete}
      typed={answer?.typed ?? typedTextOf(fieldsOf(establishmentForm), establishment.details)}
      version={establishment.version}
      idempotencyKey={key}
      answer={answer?.ok === false ? answer : undefined}
      addressSearch={answer?.ok ? answer.search : null}
      cancel={{ to: card, label: registrationText.backToCard }}
      trail={trail}
    />
  );
}
