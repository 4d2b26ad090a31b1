import { identityForm } from '#app/forms/accountHelp.ts';
import { type FormValues, fieldsOf } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';

/** Who came to the counter, how that was made sure of, and why: what an act at the wish of an employer rests on. */
export type Identity = { identity: FormValues };

/** Property of an act's input schema. */
export const identityInput = { identity: schemaOf(identityForm) };

const personal = fieldsOf(identityForm).filter((field) => field.personal === true);

/** The audit record: the kind of document and the ticks in its detail, name and reason apart. */
export const identityRecord = ({ identity }: Identity) => {
  const apart = personal.map(({ name }) => [name, identity[name] ?? null] as const);
  const names = new Set(apart.map(([name]) => name));
  return {
    detail: Object.fromEntries(Object.entries(identity).filter(([name]) => !names.has(name))),
    personal: Object.fromEntries(apart),
  };
};
