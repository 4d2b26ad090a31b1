import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { templateKinds } from '#app/domain/reasonTemplate.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { reasonTemplateForm } from '#app/forms/reasonTemplate.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import { shortText } from '../schemas.ts';

export type TemplateText = Pick<ReasonTemplate, 'kind' | 'title' | 'body' | 'reasonCode' | 'position'>;

const fieldNamed = (name: string) => fieldsOf(reasonTemplateForm).find((field) => field.name === name);

/** What is typed of a template. */
export const templateText: Record<keyof TemplateText, JsonSchema> = {
  kind: { type: 'string', enum: [...templateKinds] },
  title: shortText(fieldNamed('title')?.maxLength ?? 0),
  body: shortText(fieldNamed('body')?.maxLength ?? 0),
  reasonCode: { type: ['string', 'null'], maxLength: 60 },
  position: {
    type: 'integer',
    minimum: fieldNamed('position')?.min ?? 0,
    maximum: fieldNamed('position')?.max ?? 0,
  },
};
