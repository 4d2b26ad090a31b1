import type { FieldError } from '#app/domain/refusal.ts';
import { isRequired, isShown } from './conditions.ts';
import {
  type Conversion,
  type Field,
  type FieldValue,
  type FormDefinition,
  type FormValues,
  fieldsOf,
  type ReadResult,
  type TypedText,
} from './field.ts';
import { digitsOnly, findUnusableCharacter, foldLineEnds } from './normalise.ts';
import { type Problem, readers } from './readers.ts';

/** What a browser sends, or a record of JSON values: typed text, or values read before. */
export type FormSource = FormData | URLSearchParams | Readonly<Record<string, unknown>>;

type FieldReading = { value: FieldValue; told?: string } | Problem;

/** A tick box that is ticked: what browsers send by default. */
const TICKED = 'on';
const ticked: readonly string[] = [TICKED, 'true', 'yes', '1'];
const notTicked: readonly string[] = ['', 'off', 'false', 'no', '0'];

/** Not `instanceof`: the web framework may bring a FormData class of its own. */
const isMultiMap = (source: FormSource): source is FormData | URLSearchParams =>
  'getAll' in source && typeof source.getAll === 'function';

/** All texts sent under a name; null where something that is not text was sent. */
function textsOf(source: FormSource, name: string): readonly string[] | null {
  const sent = isMultiMap(source) ? source.getAll(name) : source[name];
  const list: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
  const texts = list.flatMap((one) => {
    if (one === null || one === undefined) return [];
    if (typeof one === 'string') return [one];
    if (typeof one === 'number') return [String(one)];
    if (typeof one === 'boolean') return [one ? TICKED : ''];
    return [null];
  });
  return texts.every((text) => text !== null) ? texts : null;
}

/** Several of the choices, in the catalogue's order. */
function readChoices(texts: readonly string[], field: Field): FieldReading {
  const picked = new Set(texts.filter((text) => text !== ''));
  const known = (field.choices ?? []).map((choice) => choice.value);
  const unknown = [...picked].find((value) => !known.includes(value));
  if (unknown !== undefined) return { problem: 'not-a-choice', params: { read: unknown.slice(0, 30) } };
  return { value: picked.size === 0 ? null : known.filter((value) => picked.has(value)) };
}

/** A tick box; browsers send it beside a hidden empty one, so several values are fine. */
function readTick(texts: readonly string[]): FieldReading {
  const strange = texts.find((text) => !ticked.includes(text) && !notTicked.includes(text));
  if (strange !== undefined) return { problem: 'not-a-choice', params: { read: strange.slice(0, 30) } };
  return { value: texts.some((text) => ticked.includes(text)) };
}

function readField(texts: readonly string[] | null, field: Field): FieldReading {
  if (texts === null) return { problem: 'not-text' };
  if (field.kind === 'choices') return readChoices(texts, field);
  if (field.kind === 'confirm') return readTick(texts);
  if (texts.length > 1) return { problem: 'several-values' };

  const sent = texts[0] ?? '';
  const text = field.kind === 'textarea' ? foldLineEnds(sent) : sent;
  if (field.kind === 'password' ? text === '' : text.trim() === '') return { value: null };
  const kept = field.kind === 'textarea' || field.kind === 'password' ? text : text.trim();
  const unusable = findUnusableCharacter(kept, { newlines: field.kind === 'textarea' });
  return unusable === null
    ? readers[field.kind](text, field)
    : { problem: 'unusable-character', params: unusable };
}

/** The text to show again in the input; a password is never shown again. */
function typedIn(texts: readonly string[] | null, field: Field): string | readonly string[] {
  if (field.kind === 'choices') return (texts ?? []).filter((text) => text !== '');
  if (field.kind === 'confirm') return (texts ?? []).some((text) => ticked.includes(text)) ? TICKED : '';
  return field.kind === 'password' ? '' : (texts?.[0] ?? '');
}

const isEmpty = (value: FieldValue): boolean => value === null || value === false;

/**
 * Reads some fields of a form, for instance those of one step. `known` holds the values of the form's other fields,
 * which conditions may look at. Never throws: whatever was sent becomes a value, an error, or both null and absent.
 *
 * `typed` is what came in, to be shown again; `values` has every field, null where nothing (usable) was typed or
 * the field is not shown (a tick box that is shown is true or false); `errors` are in catalogue order, all of them; `conversions` are what the user is told.
 */
export function readFields(fields: readonly Field[], source: FormSource, known: FormValues = {}): ReadResult {
  const typed: Record<string, string | readonly string[]> = {};
  const readings = new Map<string, FieldReading>();
  for (const field of fields) {
    const texts = textsOf(source, field.name);
    typed[field.name] = typedIn(texts, field);
    readings.set(field.name, readField(texts, field));
  }

  const overridden = (field: Field, reading: FieldReading): FieldReading => {
    if (!('problem' in reading) || reading.problem !== 'check-digit' || field.overriddenBy === undefined)
      return reading;
    const reason = readings.get(field.overriddenBy);
    const isGiven = reason !== undefined && 'value' in reason && !isEmpty(reason.value);
    return isGiven ? { value: digitsOnly(String(typed[field.name])) } : reading;
  };

  const values: Record<string, FieldValue> = {};
  const complete: Record<string, FieldValue> = { ...known };
  const problems = new Map<string, Problem>();
  const conversions: Conversion[] = [];
  for (const field of fields) {
    complete[field.name] = null;
    if (isShown(field, complete)) {
      const reading = overridden(field, readings.get(field.name) ?? { value: null });
      if ('problem' in reading) {
        problems.set(field.name, reading);
        complete[field.name] = field.kind === 'confirm' ? false : null;
      } else {
        complete[field.name] = reading.value;
        if (reading.told !== undefined) {
          conversions.push({ field: field.name, from: String(typed[field.name]).trim(), to: reading.told });
        }
      }
    }
    values[field.name] = complete[field.name] ?? null;
  }

  const errors = fields.flatMap((field): FieldError[] => {
    const { problem, params } = problems.get(field.name) ?? {};
    if (problem !== undefined) return [{ field: field.name, code: problem, ...(params && { params }) }];
    const isMissing = isEmpty(values[field.name] ?? null) && isRequired(field, complete);
    return isMissing ? [{ field: field.name, code: 'required' }] : [];
  });
  return { values, typed, errors, conversions };
}

/** Reads a whole form. Values read before are read again as they were, so stored values can be judged anew. */
export const readForm = (form: FormDefinition, source: FormSource): ReadResult =>
  readFields(fieldsOf(form), source);

/** The texts that fill the inputs with stored values. */
export function typedTextOf(fields: readonly Field[], values: FormValues): TypedText {
  return Object.fromEntries(fields.map((field) => [field.name, typedIn(textsOf(values, field.name), field)]));
}
