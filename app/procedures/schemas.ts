import type { JsonSchema } from '#app/forms/validate.ts';

/** Pieces of input schemas that several acts share. */

export const recordId: JsonSchema = { type: 'string', minLength: 36, maxLength: 36 };
export const version: JsonSchema = { type: 'integer', minimum: 1 };
export const shortText = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength });
export const optionalText = (maxLength: number): JsonSchema => ({ type: ['string', 'null'], maxLength });
export const calendarDate: JsonSchema = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  maxLength: 10,
};

/** Rule ids of orange reasons that were confirmed. */
export const confirmedRules: JsonSchema = {
  type: 'array',
  maxItems: 50,
  items: { type: 'string', minLength: 1, maxLength: 20 },
};

/** An object with exactly these properties, all of them required. */
export const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** The record as it was shown: which, and at which version. */
export const shownPosting = { postingId: recordId, version };
export type ShownPosting = { postingId: string; version: number };
