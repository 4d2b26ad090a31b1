import { textIn } from '#app/components/review/decided.ts';
import { isRecordId } from '#app/domain/ids.ts';
import type { ReferralResult } from '#app/domain/referral.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { TypedText } from '#app/forms/field.ts';
import { readFields } from '#app/forms/read.ts';
import { resultField, resultRow } from '#app/forms/referral.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { mostResults } from '#app/procedures/referral/registerResults.ts';

/** One applicant of the form: `row` says who it is and at which version, `result-…` and the others what was chosen. */
type PostedResult = {
  referralId: string;
  version: number;
  result: ReferralResult;
  conditionsDiffered: boolean | null;
  conditionsNote: string | null;
};

/**
 * Reads 選考結果 of many applicants out of one form; whoever was left open is not among the rows.
 * @throws BadInput when the hidden part of the form is not one of ours
 */
export function readResults(raw: FormData): {
  rows: readonly PostedResult[];
  typed: TypedText;
  errors: readonly FieldError[];
} {
  const shown = raw.getAll('row').map(shownRow);
  if (shown.length > mostResults) throw new BadInput('More applicants than a page shows.');
  const read = shown.map(({ referralId, version }) => {
    const { values, typed, errors } = readFields(resultRow(referralId, '').fields, raw);
    const text = (name: string) => textIn(values, resultField(name, referralId));
    const differed = text('conditions_differed');
    const row = {
      referralId,
      version,
      result: text('result') as ReferralResult | null,
      conditionsDiffered: differed === null ? null : differed === 'yes',
      conditionsNote: text('conditions_note'),
    };
    return { row, typed, errors };
  });
  return {
    rows: read.flatMap(({ row }) => (row.result === null ? [] : [{ ...row, result: row.result }])),
    typed: Object.assign({}, ...read.map(({ typed }) => typed)),
    errors: read.flatMap(({ errors }) => errors),
  };
}

function shownRow(value: FormDataEntryValue): { referralId: string; version: number } {
  const [referralId, version = ''] = String(value).split(':');
  if (!isRecordId(referralId) || !/^[1-9]\d{0,8}$/.test(version)) throw new BadInput('No applicant of ours.');
  return { referralId, version: Number(version) };
}
