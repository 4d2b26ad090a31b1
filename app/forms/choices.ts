import type { Choice } from './field.ts';

/** あり・なし: the two answers of most questions on the form. */
export const haveOrNot: readonly Choice[] = [
  { value: 'yes', label: 'あり' },
  { value: 'no', label: 'なし' },
];

/** 必須・あれば尚可・不問: what is asked of an applicant. */
export const demandLevels: readonly Choice[] = [
  { value: 'required', label: '必須' },
  { value: 'preferred', label: 'あれば尚可' },
  { value: 'none', label: '不問' },
];

/** 加入保険 */
export const insurances: readonly Choice[] = [
  { value: 'employment', label: '雇用保険' },
  { value: 'accident', label: '労災保険' },
  { value: 'health', label: '健康保険' },
  { value: 'pension', label: '厚生年金保険' },
];
