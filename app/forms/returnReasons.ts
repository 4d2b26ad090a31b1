import type { Choice } from './field.ts';

/** The common reasons for a 差戻し, the most frequent first (domain.md §5, §8). */
export const returnReasons: readonly Choice[] = [
  { value: 'missing', label: '明示が必要な労働条件が入力されていません' },
  { value: 'fixed_overtime', label: '固定残業代の内訳（金額・時間数・超過分の支払い）を確認してください' },
  { value: 'wage', label: '賃金の額を確認してください（最低賃金、下限と上限など）' },
  { value: 'contradiction', label: '仕事の内容の文章と、ほかの項目の内容が合っていません' },
  { value: 'hours', label: '労働時間・休憩・休日を確認してください' },
  { value: 'overtime', label: '時間外労働・36協定の内容を確認してください' },
  { value: 'change_scope', label: '業務・就業場所の変更の範囲を確認してください' },
  { value: 'contract_term', label: '雇用期間・契約更新の内容を確認してください' },
  { value: 'age', label: '年齢制限の例外事由と理由を確認してください' },
  { value: 'sex', label: '性別によって応募の機会が異なる表現があります' },
  { value: 'smoking', label: '受動喫煙対策の内容を確認してください' },
  { value: 'insurance', label: '加入保険を確認してください' },
  { value: 'dispatch', label: '派遣・請負の内容を確認してください' },
  { value: 'duplicate', label: '有効中の求人と内容が重複しています' },
  { value: 'other', label: 'その他' },
];
