import type { FormDefinition } from '#app/forms/field.ts';

/** A decision without anything to write. */
export const noForm: FormDefinition = { id: 'change-accept', title: '', sections: [] };

/** The registered data that were shown beside 事業所情報の変更: posted under this name, so that a correction is noticed. */
export const establishmentVersion = 'establishment_version';
