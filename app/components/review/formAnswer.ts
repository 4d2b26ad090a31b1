import type { FieldError, Refusal } from '#app/domain/refusal.ts';
import { type FormDefinition, fieldsOf, type TypedText } from '#app/forms/field.ts';
import { errorMessages, reasonMessages } from '../mypage/messages.ts';
import { refusalSentence } from '../mypage/refusal.ts';
import type { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';

/** What an action answers when nothing was saved (app/web/context.ts `Invalid`). */
export type FormAnswer = {
  refusal: Pick<Refusal, 'code' | 'params' | 'verdict'> | null;
  errors: readonly FieldError[];
  typed: TypedText;
};

/** Whether something is wrong; a form may also come back with words that were asked for. */
export const hasErrors = (answer: FormAnswer | undefined): boolean =>
  answer !== undefined && (answer.errors.length > 0 || answer.refusal !== null);

/** The sentences of a form that came back: one for each wrong field, and one for each reason of a verdict. */
export function messagesOf(form: FormDefinition, answer: FormAnswer | undefined): FieldMessage[] {
  if (answer === undefined) return [];
  const fields = fieldsOf(form);
  return [
    ...errorMessages(fields, answer.errors),
    ...reasonMessages(fields, answer.refusal?.verdict?.reasons ?? []),
  ];
}

/** What ErrorSummary says above the form. */
export const summaryOf = (
  form: FormDefinition,
  answer: FormAnswer | undefined,
): Parameters<typeof ErrorSummary>[0] => ({
  messages: messagesOf(form, answer),
  refusal: refusalSentence(answer),
});
