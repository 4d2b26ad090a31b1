import type { EstablishmentChange } from '#app/components/change/EstablishmentNotes.tsx';
import { type ChangeRequest, canChangeMove } from '#app/domain/changeRequest.ts';
import { type Establishment, jurisdictionAfter } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { correctedSince, detailsWith } from '#app/procedures/changeRequest/establishment.ts';
import { effectOf } from '#app/procedures/changeRequest/judgement.ts';
import type { Office } from '#db/stores/offices.ts';
import type { StaffLoader } from './context.ts';
import { establishmentDifferences } from './wordDiff.server.ts';

/** A change request with what it is about (db/queries/reviewChange.ts). */
type Reviewed = {
  request: ChangeRequest;
  posting: Posting | null;
  establishment: Establishment;
  office: Office;
};

/** One change request as the pages that decide it show it. */
export function changeToDecide(
  ctx: Pick<StaffLoader<unknown>, 'rules' | 'today' | 'newKey'>,
  shown: Reviewed,
) {
  const { request, posting, establishment } = shown;
  return {
    request,
    posting,
    establishment: { id: establishment.id, name: establishment.name },
    ...effectOf(shown, ctx.rules, ctx.today),
    change: request.kind === 'establishment' ? establishmentChange(shown) : null,
    idempotencyKey: ctx.newKey(),
  };
}

/**
 * 事業所情報の変更 against what is registered now, while it can be decided; afterwards as it was decided.
 * @param all with the fields that stay as they are
 */
export function establishmentChange(
  { request, establishment, office }: Pick<Reviewed, 'request' | 'establishment' | 'office'>,
  all = false,
): EstablishmentChange {
  const waits = canChangeMove('accept', request.state) || canChangeMove('submit', request.state);
  const before = waits ? establishment.details : request.before;
  const after = waits ? detailsWith(request, establishment) : request.after;
  const { corrected, overwritten } = waits
    ? correctedSince(request, establishment)
    : { corrected: [], overwritten: [] };
  const labels = (names: readonly string[]): string[] =>
    fieldsOf(establishmentForm)
      .filter(({ name }) => names.includes(name))
      .map(({ label }) => label);
  return {
    establishmentVersion: establishment.version,
    steps: establishmentDifferences(before, after, all),
    corrected: labels(corrected),
    overwritten: labels(overwritten),
    jurisdiction: waits ? jurisdictionAfter(before, after, office) : null,
    office: office.name,
  };
}
