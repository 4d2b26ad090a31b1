import { type ReasonTemplate, templateKinds, withTemplate } from '#app/domain/reasonTemplate.ts';
import type { FormValues, TypedText } from '#app/forms/field.ts';

/** The buttons of the form of a template, posted as `_intent`. */
export const templateIntents = { save: 'save', retire: 'retire', bringBack: 'bring-back' } as const;

const prefix = 'template:';

/** What the button of a template posts where no script runs. */
export const pickIntent = (id: string): string => `${prefix}${id}`;

/** The template whose button was pressed, or undefined. */
export const pickedTemplate = (
  intent: string,
  templates: readonly ReasonTemplate[],
): ReasonTemplate | undefined => templates.find(({ id }) => intent === pickIntent(id));

/** What was typed, with a template added: its words in the text `name`, its reason ticked. */
export function typedWith(typed: TypedText, name: string, { body, reasonCode }: ReasonTemplate): TypedText {
  const codes = [typed.reason_codes ?? []].flat();
  return {
    ...typed,
    [name]: withTemplate(String(typed[name] ?? ''), body),
    ...(reasonCode === null ? {} : { reason_codes: [...new Set([...codes, reasonCode])] }),
  };
}

const standardPosition = 50;

/** The typed form as the procedures take it. */
export const templateTextOf = (values: FormValues) => ({
  kind: templateKinds.find((kind) => kind === values.kind) ?? 'return',
  title: String(values.title ?? ''),
  body: String(values.body ?? ''),
  reasonCode: typeof values.reason_code === 'string' ? values.reason_code : null,
  position: typeof values.position === 'number' ? values.position : standardPosition,
});
