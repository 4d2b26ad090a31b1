import { actorId } from '#app/domain/actor.ts';
import type { DuplicateMatch, Establishment } from '#app/domain/establishment.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { changedFields } from '#app/forms/changed.ts';
import { correctionReason, establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText, version } from '../schemas.ts';
import { columnsOf, knownOthers, refusalToRepeat, replaceDetails, searchKeysOf } from './support.ts';

type Input = {
  establishmentId: string;
  version: number;
  values: FormValues;
  reason: string;
  knownOthers: readonly string[];
};

/**
 * 登録内容の訂正 at the counter: takes effect at once, says why, and keeps what it replaces. An open request of the
 * employer goes on waiting; its page says what was corrected meanwhile.
 */
export const correctEstablishment = defineProcedure<Input, null>({
  name: 'establishment.correct',
  permission: 'establishment.correct',
  input: object({
    establishmentId: recordId,
    version,
    values: schemaOf(establishmentForm),
    reason: shortText(correctionReason.maxLength ?? 0),
    knownOthers,
  }),
  audit: 'establishment.corrected',

  async run(context, input) {
    const { actor, scope, stores, record } = context;
    const before = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
    if (before.state !== 'registered' || before.version !== input.version)
      throw new Conflict({ type: 'establishment', id: before.id });
    const fields = changedFields(establishmentForm, before.details, input.values);
    if (fields.length === 0) return refuse('establishment-unchanged');
    const repeats = refusalToRepeat(await newMatches(context, before, input.values), input.knownOthers);
    if (repeats) return repeats;

    await replaceDetails(context, before, input.values, {
      cause: 'correction',
      requestId: null,
      reason: input.reason,
      replacedBy: actorId(actor),
    });
    record({
      subject: { type: 'establishment', id: before.id },
      detail: { fields, knownOthers: input.knownOthers },
      personal: { before: before.details, values: input.values, reason: input.reason },
    });
    return done(null);
  },
});

/** Records that look the same by what is corrected: those that did so before were looked at when it was registered. */
async function newMatches(
  { stores }: Parameters<(typeof correctEstablishment)['run']>[0],
  before: Establishment,
  values: FormValues,
): Promise<DuplicateMatch[]> {
  const columns = columnsOf(values);
  const keys = searchKeysOf(values);
  const stays: Readonly<Record<DuplicateMatch['matched'][number], boolean>> = {
    number: columns.number === before.number,
    corporateNumber: columns.corporateNumber === before.corporateNumber,
    name: keys.name === searchKeysOf(before.details).name,
    phone: columns.phone === before.phone,
  };
  const matches = await stores.establishments.possibleDuplicates(columns, keys, before.id);
  return matches.filter(({ matched }) => matched.some((by) => !stays[by]));
}
