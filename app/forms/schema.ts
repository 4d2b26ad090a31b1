import { type Field, type FormDefinition, fieldsOf, type When } from './field.ts';
import { bounds, lengths } from './limits.ts';

/** A JSON Schema, readable as draft-07 and as 2020-12 (apart from array tuples, which are not used). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Patterns are compiled with the `u` flag; they refuse what `findUnusableCharacter` refuses. */
const oneLine = '^[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]*$';
const severalLines = '^(?:[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]|\\n)*$';

const text = (field: Field, pattern: string): JsonSchema => {
  const { min, max } = lengths(field);
  return { type: 'string', minLength: min, maxLength: max, pattern };
};

const digits = (pattern: string, maxLength: number): JsonSchema => ({ type: 'string', maxLength, pattern });

const number = (field: Field, type: 'integer' | 'number'): JsonSchema => {
  const { min, max } = bounds(field);
  return { type, minimum: min, maximum: max, ...(type === 'number' && { multipleOf: 0.1 }) };
};

/** The schema of a field's value once there is one. Formats are those of validate.ts. */
function valueSchema(field: Field): JsonSchema {
  const values = field.choices?.map((choice) => choice.value) ?? [];
  switch (field.kind) {
    case 'text':
    case 'password':
      return text(field, oneLine);
    case 'textarea':
      return text(field, severalLines);
    case 'kana':
      return text(field, '^[ァ-ヺー・ヽヾ　]+$');
    case 'code':
      return text(field, '^[\\p{L}\\p{N}-]+$');
    case 'email':
      return { ...text(field, oneLine), format: 'mail-address' };
    case 'url':
      return text(field, '^https?://[^\\s\\p{Cc}\\p{Cs}]+$');
    case 'integer':
    case 'yen':
      return number(field, 'integer');
    case 'decimal':
      return number(field, 'number');
    case 'date':
      return { type: 'string', maxLength: 10, format: 'calendar-date' };
    case 'time':
      return digits('^(?:[01][0-9]|2[0-3]):[0-5][0-9]$', 5);
    case 'choice':
      return { type: 'string', enum: values };
    case 'choices':
      return {
        type: 'array',
        items: { type: 'string', enum: values },
        uniqueItems: true,
        minItems: 1,
        maxItems: values.length,
      };
    case 'confirm':
      return { type: 'boolean' };
    case 'phone':
      return digits('^0[0-9]{9,10}$', 11);
    case 'postal':
      return digits('^[0-9]{7}$', 7);
    case 'corporateNumber':
      return field.overriddenBy === undefined
        ? { ...digits('^[0-9]{13}$', 13), format: 'corporate-number' }
        : digits('^[0-9]{13}$', 13);
    case 'establishmentNumber':
      return digits('^[0-9]{4}-[0-9]{6}-[0-9]$', 13);
  }
}

/** The same, or null. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) };
}

const isAlwaysRequired = (field: Field): boolean => field.required === true && field.shownWhen === undefined;

function propertySchema(field: Field): JsonSchema {
  if (!isAlwaysRequired(field)) return orNull(valueSchema(field));
  return field.kind === 'confirm' ? { type: 'boolean', const: true } : valueSchema(field);
}

const met = (when: When): JsonSchema => ({
  type: 'object',
  properties: { [when.field]: { enum: [...when.in] } },
  required: [when.field],
});

const hidden = (field: Field): JsonSchema => ({
  type: 'object',
  properties: { [field.name]: { type: 'null' } },
});

const given = (field: Field): JsonSchema => ({
  type: 'object',
  properties: { [field.name]: field.kind === 'confirm' ? { const: true } : { not: { type: 'null' } } },
});

/** `demand` where `when` is met. Written without `if`, so that the first misfit reported is the demand's. */
const whereMet = (when: When, demand: JsonSchema): JsonSchema => ({ anyOf: [demand, { not: met(when) }] });

/** The conditions of a field, as far as they look at fields of the same schema. */
function conditionsOf(field: Field, names: ReadonlySet<string>): readonly JsonSchema[] {
  const { required, shownWhen } = field;
  if (isAlwaysRequired(field) || (shownWhen !== undefined && !names.has(shownWhen.field))) return [];

  const demands: JsonSchema[] = [];
  if (required === true) demands.push(given(field));
  else if (required !== undefined && names.has(required.field))
    demands.push(whereMet(required, given(field)));

  if (shownWhen === undefined) return demands;
  const hiddenOtherwise = { anyOf: [hidden(field), met(shownWhen)] };
  return [hiddenOtherwise, ...demands.map((demand) => whereMet(shownWhen, demand))];
}

/**
 * The JSON Schema of the values that `readForm` gives without errors: every field present, null where it is empty,
 * required and conditional fields as the catalogue says. A condition on a field outside `form` is not checked here.
 * Build it once per module: the compiled check is cached by the schema object.
 */
export function schemaOf(form: FormDefinition | readonly Field[]): JsonSchema {
  const fields = 'sections' in form ? fieldsOf(form) : form;
  const names = new Set(fields.map((field) => field.name));
  const allOf = fields.flatMap((field) => conditionsOf(field, names));
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.name, propertySchema(field)])),
    required: [...names],
    ...(allOf.length > 0 && { allOf }),
  };
}
