import type { Verdict } from '#app/domain/verdict.ts';
import type { Choice, Field, FormDefinition, TypedText } from '#app/forms/field.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { codePointLength } from '#app/forms/normalise.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { returnForm } from '#app/forms/review.ts';
import { decisionText } from '#app/text/staff/review.ts';

/** Which of `returnReasons` a finding belongs to, by the first field it names; any other is 「その他」. */
const reasonByField: Readonly<Record<string, string>> = {
  fixed_overtime_amount: 'fixed_overtime',
  base_pay_min: 'wage',
  shift1_start: 'hours',
  break_minutes: 'hours',
  annual_holidays: 'hours',
  overtime_monthly_hours: 'overtime',
  article36_special: 'overtime',
  article36_special_reason: 'overtime',
  duties_change_scope: 'change_scope',
  transfer_scope: 'change_scope',
  renewal_possibility: 'contract_term',
  renewal_condition: 'contract_term',
  renewal_cap_detail: 'contract_term',
  age_exception: 'age',
  age_min: 'age',
  dispatch_licence_no: 'dispatch',
  employment_form: 'dispatch',
  dispatch_kind: 'dispatch',
};

const fieldNamed = (name: string) => fieldsOf(returnForm).find((field) => field.name === name);

/** Every field of a posting an employer can be led to, in the order of the eight steps. */
const allFields: readonly Choice[] = fieldNamed('fields')?.choices ?? [];

const messageLimit = fieldNamed('message')?.maxLength ?? 0;

/** As many lines as the message may hold. */
function messageOf(lines: readonly string[]): string {
  let message: string = decisionText.return.greeting;
  for (const line of lines) {
    const longer = `${message}\n${decisionText.return.line(line)}`;
    if (codePointLength(longer) > messageLimit) break;
    message = longer;
  }
  return message;
}

/** A 差戻し as the checks suggest it: reasons and fields of every error ticked, their sentences in the message. */
export function returnDraft(checks: Verdict): TypedText {
  const errors = checks.reasons.filter((reason) => reason.severity === 'error');
  const reasons = errors.map(({ fields = [] }) => reasonByField[fields[0] ?? ''] ?? 'other');
  return {
    reason_codes: [...new Set(reasons)],
    fields: [...new Set(errors.flatMap(({ fields = [] }) => fields))],
    message: messageOf(errors.map(({ message }) => message)),
  };
}

/** The fields that a check found something about. */
export function foundFields(checks: Verdict): readonly Choice[] {
  const named = new Set(checks.reasons.flatMap(({ fields = [] }) => fields));
  return allFields.filter(({ value }) => named.has(value));
}

/** All fields but these, step by step. */
export const otherFields = (
  found: readonly Choice[],
): readonly { title: string; fields: readonly Field[] }[] =>
  postingSteps.map(({ id, title, fields }) => ({
    title: `${id} ${title}`,
    fields: fields.filter(({ name }) => !found.some(({ value }) => value === name)),
  }));

/** The form with only these fields to pick from; without the question where there are none. */
export const returnFormFor = (found: readonly Choice[]): FormDefinition => ({
  ...returnForm,
  sections: returnForm.sections.map((section) => ({
    ...section,
    help: found.length > 0 ? decisionText.return.reasonsHelp : undefined,
    fields: section.fields
      .filter(({ name }) => name !== 'fields' || found.length > 0)
      .map((field) =>
        field.name === 'fields' ? { ...field, label: decisionText.return.failing, choices: found } : field,
      ),
  })),
});
