import { type RefusalGround, refusalGrounds } from '#app/domain/posting.ts';
import type { Choice } from './field.ts';

const groundLabels: { readonly [Ground in RefusalGround]: string } = {
  unlawful_content: '申込みの内容が法令に違反している（1号）',
  unfit_conditions: '賃金・労働時間などの労働条件が、通常と比べて著しく不適当である（2号）',
  labour_law_measures: '労働関係法令の違反により、処分・公表などの措置を受けている（3号）',
  missing_conditions: '明示が必要な労働条件が明示されていない（4号）',
  organised_crime: '暴力団員など、暴力団と関係がある（5号）',
  no_report: '正当な理由なく、報告の求めに応じない（6号）',
};

/** The legal grounds of 職業安定法5条の6第1項, and no others. */
export const refusalGroundChoices: readonly Choice[] = refusalGrounds.map((value) => ({
  value,
  label: groundLabels[value],
}));
