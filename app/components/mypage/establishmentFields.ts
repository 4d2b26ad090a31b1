import type { AddressFields } from '#app/components/address/candidate.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import type { FormDefinition } from '#app/forms/field.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { establishmentText } from '#app/text/mypage/establishment.ts';

export const establishmentAddress: AddressFields = {
  postal: 'postal',
  prefecture: 'prefecture',
  city: 'city',
  street: 'street',
};

/** The office of a prefecture, as one choice: 「埼玉県　ハローワーク架空野」. */
const officeLabel = (office: { name: string; prefecture: string }): string =>
  `${prefectures.find(({ value }) => value === office.prefecture)?.label ?? ''}　${office.name}`;

/** The provisional form with the office that has jurisdiction in front. */
export const withOfficeChoice = (
  offices: readonly { id: string; name: string; prefecture: string }[],
): FormDefinition => ({
  ...provisionalEstablishmentForm,
  sections: [
    {
      id: 'office',
      title: establishmentText.office.section,
      fields: [
        {
          name: 'office_id',
          label: establishmentText.office.label,
          kind: 'choice',
          required: true,
          help: establishmentText.office.help,
          choices: offices
            .toSorted((a, b) => (a.prefecture < b.prefecture ? -1 : a.prefecture > b.prefecture ? 1 : 0))
            .map((office) => ({ value: office.id, label: officeLabel(office) })),
        },
      ],
    },
    ...provisionalEstablishmentForm.sections,
  ],
});
