import { Input } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Choice, Conversion, Field, FieldKind, FormValues, When } from '#app/forms/field.ts';
import { codePointLength } from '#app/forms/normalise.ts';
import { common, kindHelp } from '#app/text/common.ts';
import { conversionText, fieldWords } from '#app/text/fields.ts';
import styles from './FieldInput.module.css';
import { type FieldMessage, fieldId } from './fieldMessages.ts';
import { useCondition } from './useCondition.ts';

export type FieldInputProps = {
  field: Field;
  /** The text to fill in: what was typed, or the stored value (`typedTextOf` of app/forms/read.ts). */
  typed?: string | readonly string[];
  /** Messages of the form; only those of this field are shown. */
  messages?: readonly FieldMessage[];
  /** What was rewritten for the user in this field. */
  conversion?: Conversion;
  /** Values that conditions look at before any script runs. */
  values?: FormValues;
  /** The other fields of the form, for naming the field a condition looks at. */
  fields?: readonly Field[];
};

const nothing: readonly never[] = [];
const noValues: FormValues = {};

/** Up to this many choices are radio buttons, more become a native select. */
const MOST_RADIOS = 6;

/** A choice in more characters than this is a sentence: such choices stand one under the other. */
const LONGEST_WORD = 16;

/** Kinds whose digits stand at the end of the input. */
const numericKinds: readonly FieldKind[] = ['integer', 'decimal', 'yen'];

/**
 * One field of a catalogue (app/forms) as a native control with label, requirement in words, support text, messages
 * and the wiring between them. Works without scripts: a conditional field is then visible and says when it applies.
 */
export function FieldInput({
  field,
  typed = '',
  messages = nothing,
  conversion,
  values = noValues,
  fields = nothing,
}: FieldInputProps) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useCondition(field.shownWhen, values, root);
  const required = useRequired(field, values, root);
  const own = messages.filter((message) => message.field === field.name);
  const errors = own.filter((message) => message.severity !== 'warning');
  const warnings = own.filter((message) => message.severity === 'warning');
  const help = helpOf(field);
  const unit = field.unit ?? (field.kind === 'yen' ? common.yenUnit : undefined);

  const id = fieldId(field.name);
  const ids = { help: `${id}-help`, unit: `${id}-unit`, errors: `${id}-errors`, note: `${id}-note` };
  const describedBy = [
    own.length > 0 ? ids.errors : null,
    help === null ? null : ids.help,
    unit === undefined ? null : ids.unit,
    conversion === undefined ? null : ids.note,
  ].filter((one) => one !== null);

  const control: ControlProps = {
    field,
    id,
    typed,
    required: required === 'required' || required === 'sometimes-required',
    invalid: errors.length > 0,
    describedBy: describedBy.length === 0 ? undefined : describedBy.join(' '),
  };
  const label = (
    <>
      {field.label} <Requirement required={required} />
    </>
  );
  const support = (
    <>
      {field.shownWhen === undefined ? null : (
        <p className={`${styles.help} without-script`}>{conditionText(field.shownWhen, fields)}</p>
      )}
      {help === null ? null : (
        <p className={styles.help} id={ids.help}>
          {help}
        </p>
      )}
    </>
  );
  const after = (
    <>
      {own.length === 0 ? null : (
        <div id={ids.errors}>
          {errors.map(({ message }) => (
            <p key={message} className={styles.error}>
              {fieldWords.errorMark}
              {message}
            </p>
          ))}
          {warnings.map(({ message }) => (
            <p key={message} className={styles.warning}>
              {message}
            </p>
          ))}
        </div>
      )}
      {conversion === undefined ? null : (
        <p id={ids.note} className={styles.note} role="status">
          {conversionText(conversion, field)}
        </p>
      )}
    </>
  );

  return (
    <div
      ref={root}
      className={styles.field}
      data-shown={shown || own.length > 0 ? 'yes' : 'no'}
      data-state={errors.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : undefined}
    >
      {isGroup(field) ? (
        <Group control={control} label={label} support={support} after={after} />
      ) : (
        <>
          <label className={styles.label} htmlFor={id}>
            {label}
          </label>
          {support}
          <div className={styles.line}>
            <div
              className={styles.control}
              data-width={widthOf(field)}
              data-numeric={numericKinds.includes(field.kind) || undefined}
            >
              <Control {...control} />
            </div>
            {unit === undefined ? null : (
              <span id={ids.unit} className={styles.unit}>
                {unit}
              </span>
            )}
          </div>
          {after}
        </>
      )}
    </div>
  );
}

type Requiredness = 'required' | 'optional' | 'sometimes-required' | 'sometimes-optional';

/** 必須, 任意, or depending on another field and what that field says now. */
function useRequired(field: Field, values: FormValues, root: RefObject<HTMLElement | null>): Requiredness {
  const when = field.required === true ? field.shownWhen : field.required;
  const now = useCondition(when, values, root);
  if (field.required === undefined) return 'optional';
  if (when === undefined) return 'required';
  return now ? 'sometimes-required' : 'sometimes-optional';
}

function Requirement({ required }: { required: Requiredness }) {
  const word = (isRequired: boolean, className = '') => (
    <span className={`${styles.requirement} ${className}`} data-required={isRequired}>
      {isRequired ? fieldWords.required : fieldWords.optional}
    </span>
  );
  if (required === 'required' || required === 'optional') return word(required === 'required');
  return (
    <>
      {word(required === 'sometimes-required', 'with-script')}
      <span className={`${styles.requirement} without-script`}>{common.requiredSometimes}</span>
    </>
  );
}

function conditionText(when: When, fields: readonly Field[]): string {
  const other = fields.find((field) => field.name === when.field);
  const label = other?.label ?? when.field;
  if (other?.kind === 'confirm')
    return when.in.includes(true) ? common.onlyWhenTicked(label) : common.onlyWhenNotTicked(label);
  const words = when.in.map(
    (value) => other?.choices?.find((choice) => choice.value === value)?.label ?? String(value),
  );
  return common.onlyWhen(label, words);
}

/** The catalogue's support text, or what the format of the kind needs said; and the length of a free text. */
function helpOf(field: Field): string | null {
  const format = field.help ?? kindHelp[field.kind] ?? null;
  const isFreeText = field.kind === 'text' || field.kind === 'textarea' || field.kind === 'password';
  const { minLength, maxLength } = field;
  if (!isFreeText || (maxLength === undefined && minLength === undefined)) return format;
  const length =
    maxLength === undefined
      ? common.charactersFrom(minLength ?? 1)
      : minLength === undefined
        ? common.charactersLimit(maxLength)
        : common.charactersRange(minLength, maxLength);
  return format === null ? length : `${format}（${length}）`;
}

const isGroup = (field: Field): boolean =>
  field.kind === 'choices' ||
  field.kind === 'confirm' ||
  (field.kind === 'choice' && (field.choices ?? []).length <= MOST_RADIOS);

type ControlProps = {
  field: Field;
  id: string;
  typed: string | readonly string[];
  required: boolean;
  invalid: boolean;
  describedBy: string | undefined;
};

type GroupProps = { control: ControlProps; label: ReactNode; support: ReactNode; after: ReactNode };

/** Radio buttons, tick boxes, or one tick box, under one legend. */
function Group({ control, label, support, after }: GroupProps) {
  const { field, id, typed, invalid, describedBy } = control;
  if (field.kind === 'confirm') {
    return (
      <>
        <label className={styles.choice}>
          <input
            type="checkbox"
            id={id}
            name={field.name}
            value="on"
            defaultChecked={typed === 'on'}
            aria-required={control.required}
            aria-invalid={invalid}
            aria-describedby={describedBy}
          />
          <span className={styles.choiceLabel}>{label}</span>
        </label>
        {support}
        {after}
      </>
    );
  }
  const single = field.kind === 'choice';
  const choices = field.choices ?? [];
  const withEmpty: readonly Choice[] =
    single && field.required === undefined ? [...choices, { value: '', label: common.chooseNone }] : choices;
  const sentences = withEmpty.some(
    (choice) => choice.help !== undefined || choice.label.length > LONGEST_WORD,
  );
  return (
    <fieldset className={styles.group} aria-describedby={describedBy}>
      <legend className={styles.label}>{label}</legend>
      {support}
      <div className={styles.choices} data-sentences={sentences || undefined}>
        {withEmpty.map((choice, index) => (
          <label className={styles.choice} key={choice.value}>
            <input
              type={single ? 'radio' : 'checkbox'}
              id={index === 0 ? id : undefined}
              name={field.name}
              value={choice.value}
              defaultChecked={single ? typed === choice.value : typed.includes(choice.value)}
              aria-invalid={invalid}
            />
            <span>
              {choice.label}
              {choice.help === undefined ? null : <span className={styles.choiceHelp}>{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {after}
    </fieldset>
  );
}

/** How a browser helps with typing each kind; everything is a text for the form. */
const keyboards: Readonly<Partial<Record<FieldKind, 'numeric' | 'decimal' | 'tel' | 'email' | 'url'>>> = {
  integer: 'numeric',
  yen: 'numeric',
  decimal: 'decimal',
  phone: 'tel',
  postal: 'numeric',
  corporateNumber: 'numeric',
  email: 'email',
  url: 'url',
};

/** How wide the control is: as long as what is typed there. */
function widthOf(field: Field): 'short' | 'middle' | 'long' | 'full' {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'yen':
    case 'time':
    case 'postal':
      return 'short';
    case 'date':
    case 'phone':
    case 'code':
    case 'corporateNumber':
    case 'establishmentNumber':
      return 'middle';
    case 'text':
    case 'kana':
      return (field.maxLength ?? 100) <= 20 ? 'middle' : 'long';
    case 'textarea':
      return 'full';
    default:
      return 'long';
  }
}

function Control(props: ControlProps) {
  const { field, id, typed, required, invalid, describedBy } = props;
  const text = typeof typed === 'string' ? typed : '';
  // Without its own wrapper Mantine's Input would overwrite these with what it knows, so they go in last.
  const wiring: Wiring = {
    input: { id, 'aria-required': required, 'aria-invalid': invalid, 'aria-describedby': describedBy },
  };
  const shared = { name: field.name, attributes: wiring, classNames: { input: styles.input } };
  switch (field.kind) {
    case 'textarea':
      return <LongText field={field} text={text} shared={shared} />;
    case 'password':
      return <Password field={field} shared={shared} />;
    case 'choice':
      return (
        <Input component="select" defaultValue={text} pointer {...shared}>
          <option value="">{fieldWords.nothingChosen}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Input>
      );
    default:
      return (
        <Input
          defaultValue={text}
          inputMode={keyboards[field.kind]}
          autoComplete={field.autocomplete ?? 'off'}
          autoCapitalize="none"
          spellCheck={false}
          {...shared}
        />
      );
  }
}

type Wiring = {
  input: {
    id: string;
    'aria-required': boolean;
    'aria-invalid': boolean;
    'aria-describedby': string | undefined;
  };
};

type Shared = { name: string; attributes: Wiring; classNames: { input: string | undefined } };

/** Enough rows for the length the field allows. */
const rowsFor = (limit: number | undefined): number => {
  if (limit === undefined) return 4;
  return limit <= 60 ? 2 : limit <= 150 ? 3 : limit <= 360 ? 6 : 8;
};

/** Several lines; with a script, how many characters are left. Over-long text may be typed and is counted. */
function LongText({ field, text, shared }: { field: Field; text: string; shared: Shared }) {
  const mounted = useMounted();
  const [length, setLength] = useState(codePointLength(text));
  const left = (field.maxLength ?? 0) - length;
  return (
    <>
      <Input
        component="textarea"
        multiline
        defaultValue={text}
        rows={rowsFor(field.maxLength)}
        onChange={(event) => setLength(codePointLength(event.currentTarget.value))}
        {...shared}
      />
      {mounted && field.maxLength !== undefined ? (
        <p className={styles.counter} data-over={left < 0}>
          {fieldWords.lengthLeft(left)}
        </p>
      ) : null}
    </>
  );
}

/** A password: never filled in again; managers and pasting allowed; with a script it can be made visible. */
function Password({ field, shared }: { field: Field; shared: Shared }) {
  const mounted = useMounted();
  const [visible, setVisible] = useState(false);
  return (
    <div className={styles.password}>
      <Input
        type={visible ? 'text' : 'password'}
        autoComplete={field.autocomplete ?? 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        {...shared}
      />
      {mounted ? (
        <button
          type="button"
          className={styles.show}
          aria-pressed={visible}
          aria-controls={shared.attributes.input.id}
          onClick={() => setVisible(!visible)}
        >
          {visible ? common.hidePassword : fieldWords.showPassword}
        </button>
      ) : null}
    </div>
  );
}
