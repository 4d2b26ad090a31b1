import type { FormDefinition } from '#app/forms/field.ts';

/** A decision without anything to write. */
export const noForm: FormDefinition = { id: 'change-accept', title: '', sections: [] };
