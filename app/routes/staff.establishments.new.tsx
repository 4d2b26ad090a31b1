import { isZipIntent } from '#app/components/address/intents.ts';
import { knownOthersIn } from '#app/components/establishment/DuplicateList.tsx';
import {
  EstablishmentEditor,
  establishmentAddress,
} from '#app/components/establishment/EstablishmentEditor.tsx';
import { searchText as textOf } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { registrationText, searchText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';

export const meta = pageMeta(registrationText.newTitle);

export const loader = staffRoute.loader({ permission: 'establishment.register' }, async (ctx) => ({
  q: textOf(ctx.url),
  key: ctx.newKey(),
}));

export const action = staffRoute.action({ permission: 'establishment.register' }, async (ctx) => {
  const { values, typed, errors, conversions } = ctx.form.read(establishmentForm);
  if (isZipIntent(ctx.form.intent)) {
    const found = await searchAddress(ctx.form, typed, establishmentAddress);
    return ctx.json({ ok: true as const, ...found });
  }
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const outcome = await ctx.perform(registerEstablishment, {
    values,
    knownOthers: knownOthersIn(ctx.form.raw),
  });
  if (!outcome.ok) {
    const duplicates = await ctx.query(
      duplicateEstablishments,
      columnsOf(values),
      searchKeysOf(values),
      null,
    );
    return ctx.invalid(outcome, typed, { conversions, duplicates });
  }
  return ctx.redirect(paths.staff.establishment(outcome.value.establishmentId), 'establishment-registered');
});

export default function EstablishmentNewPage() {
  const { q, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EstablishmentEditor
      title={registrationText.newTitle}
      lead={registrationText.newLead}
      submit={registrationText.submit}
      typed={answer?.typed ?? {}}
      idempotencyKey={key}
      answer={answer?.ok === false ? answer : undefined}
      addressSearch={answer?.ok ? answer.search : null}
      cancel={{ to: paths.staff.establishments({ q }), label: registrationText.back }}
      trail={[{ to: paths.staff.establishments({ q }), label: searchText.title }]}
    />
  );
}
