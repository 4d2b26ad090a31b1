import type { EditablePart } from '#app/domain/ruleDraft.ts';
import type { Field, FormDefinition } from './field.ts';

const YES_NO = [
  { value: 'true', label: 'はい' },
  { value: 'false', label: 'いいえ' },
];

const fieldOf = (part: EditablePart): Field => {
  const base = { name: part.name, label: part.label, required: true } as const;
  switch (part.kind) {
    case 'line':
      return { ...base, kind: 'text', maxLength: 100 };
    case 'lines':
      return { ...base, kind: 'textarea', maxLength: 600 };
    case 'integer':
      return {
        ...base,
        kind: 'integer',
        ...part.bounds,
        ...(part.unit === undefined ? {} : { unit: part.unit }),
      };
    case 'date':
      return { ...base, kind: 'date' };
    case 'flag':
      return { ...base, kind: 'choice', choices: YES_NO };
    default:
      return { ...base, kind: part.kind, choices: part.choices };
  }
};

/** The typed form of a draft: one section for each group of parts. */
export const ruleDraftForm = (parts: readonly EditablePart[]): FormDefinition => ({
  id: 'rule-draft',
  title: '規則の編集',
  sections: [...new Set(parts.map(({ group }) => group))].map((group, index) => ({
    id: `group-${index}`,
    title: group,
    fields: parts.filter((part) => part.group === group).map(fieldOf),
  })),
});

/** What the inputs of that form show of the draft itself. */
export const typedOfParts = (
  parts: readonly EditablePart[],
): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    parts.map(({ name, value }) => [
      name,
      Array.isArray(value) ? (value as readonly string[]) : String(value),
    ]),
  );

const reason = (label: string, help: string): Field => ({
  name: 'reason',
  label,
  kind: 'textarea',
  required: true,
  maxLength: 600,
  help,
});

const formOf = (id: string, title: string, fields: readonly Field[]): FormDefinition => ({
  id: `rule-change-${id}`,
  title,
  sections: [{ id, title, fields }],
});

/** 承認依頼 */
export const submitForm = formOf('submit', '承認を依頼する', [
  {
    name: 'effective_from',
    label: '適用開始日',
    kind: 'date',
    required: true,
    help: '今日か、今日より後の日です。その日から、この版で判定します。',
  },
  reason('変更の理由', '承認する監督者と、あとで記録を見る人が読みます。'),
  {
    name: 'urgent',
    label: '緊急のため、承認を待たずに今日から適用する（別の監督者の事後承認が必要です）',
    kind: 'confirm',
  },
]);

/** 承認 */
export const approveForm = formOf('approve', '承認する', [
  { name: 'note', label: '承認のときの意見', kind: 'textarea', maxLength: 600 },
]);

/** 差戻し、取下げ、事後承認、取消し */
export const noteForm = (id: string, title: string, label: string): FormDefinition =>
  formOf(id, title, [reason(label, '記録に残ります。')]);

/** JSON */
export const ruleTextField = { name: 'text', label: '規則ファイルの文（JSON）' } as const;
