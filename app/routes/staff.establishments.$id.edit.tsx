import { isZipIntent } from '#app/components/address/intents.ts';
import { knownOthersIn } from '#app/components/establishment/DuplicateList.tsx';
import {
  EstablishmentEditor,
  establishmentAddress,
} from '#app/components/establishment/EstablishmentEditor.tsx';
import { OpenChangeNote } from '#app/components/establishment/OpenChangeNote.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { correctionReason, establishmentCorrectionForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { correctEstablishment } from '#app/procedures/establishment/correct.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { correctionText, registrationText } from '#app/text/staff/establishment.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';
import { establishmentRecord, openChangeOf } from '#db/queries/establishmentCard.ts';

export const meta = pageMeta(correctionText.title);

const guard = { permission: 'establishment.correct', params: { id: recordId } } as const;
const view = { screen: 'establishment.edit', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const establishment = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  if (establishment.state !== 'registered') return ctx.redirect(paths.staff.registration(establishment.id));
  return { establishment, open: await ctx.query(openChangeOf, establishment.id), key: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values: read, typed, errors, conversions } = ctx.form.read(establishmentCorrectionForm);
  if (isZipIntent(ctx.form.intent)) {
    const found = await searchAddress(ctx.form, typed, establishmentAddress);
    return ctx.json({ ok: true as const, ...found });
  }
  if (errors.length > 0) return ctx.invalid(errors, typed, { conversions });
  const { [correctionReason.name]: _, ...values } = read;
  const outcome = await ctx.perform(correctEstablishment, {
    establishmentId: id,
    version: ctx.form.version ?? 0,
    values,
    reason: textIn(read, correctionReason.name) ?? '',
    knownOthers: knownOthersIn(ctx.form.raw),
  });
  if (!outcome.ok) {
    const unchanged = outcome.code === 'establishment-unchanged';
    const duplicates = unchanged
      ? []
      : await ctx.query(duplicateEstablishments, columnsOf(values), searchKeysOf(values), id);
    return ctx.invalid(outcome, typed, { conversions, duplicates });
  }
  return ctx.redirect(paths.staff.establishment(id), 'establishment-corrected');
});

export default function CorrectionPage() {
  const { establishment, open, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const card = paths.staff.establishment(establishment.id);
  return (
    <EstablishmentEditor
      title={correctionText.title}
      lead={correctionText.lead}
      submit={correctionText.submit}
      form={establishmentCorrectionForm}
      notice={open === null ? null : <OpenChangeNote open={open} />}
      typed={answer?.typed ?? typedTextOf(fieldsOf(establishmentCorrectionForm), establishment.details)}
      version={establishment.version}
      idempotencyKey={key}
      answer={answer?.ok === false ? answer : undefined}
      addressSearch={answer?.ok ? answer.search : null}
      cancel={{ to: card, label: registrationText.backToCard }}
      trail={[{ to: card, label: establishment.name }]}
    />
  );
}
