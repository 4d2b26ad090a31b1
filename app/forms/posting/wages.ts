import { haveOrNot } from '../choices.ts';
import type { Choice, Field, Section, When } from '../field.ts';

const hasFixedOvertime: When = { field: 'fixed_overtime', in: ['yes'] };
const hasCommuteAmount: When = { field: 'commute_allowance', in: ['capped', 'fixed'] };
const hadRaise: When = { field: 'raise_last_year', in: ['yes'] };
const hadBonus: When = { field: 'bonus_last_year', in: ['yes'] };

const highestPay = 99_999_999;

/** b 定額的に支払われる手当: the official form has four lines. */
const fixedAllowance = (line: 1 | 2 | 3 | 4): readonly Field[] => [
  {
    name: `fixed_allowance${line}_name`,
    label: `定額的に支払われる手当${line}（名称）`,
    kind: 'text',
    maxLength: 20,
    ...(line === 1 && {
      help: '全員に毎月支払う手当です。精皆勤手当・通勤手当・家族手当は、最低賃金と比べるときに含めません。',
    }),
  },
  {
    name: `fixed_allowance${line}_amount`,
    label: `定額的に支払われる手当${line}（金額）`,
    kind: 'yen',
    whenCopied: 'confirm',
    min: 1,
    max: highestPay,
    unit: '円',
  },
];

const daysOfMonth: readonly Choice[] = [
  { value: 'end', label: '月末' },
  ...Array.from({ length: 30 }, (_, index) => ({ value: String(index + 1), label: `${index + 1}日` })),
  { value: 'other', label: 'その他' },
];

/** Step 4: 賃金・手当 */
export const wagesStep: Section = {
  id: '4',
  title: '賃金・手当',
  help: '金額は、賃金形態に合わせて、月給は月額、日給は日額、時給は時間額で入力してください。年俸制は12で割った月額、その他は、フルタイムなら月額、パートなら時間額に換算した額です。',
  fields: [
    {
      name: 'base_pay_min',
      label: '基本給（下限）',
      kind: 'yen',
      required: true,
      min: 1,
      max: highestPay,
      unit: '円',
      help: '手当や固定残業代を含めない額です。',
      whenCopied: 'confirm',
    },
    {
      name: 'base_pay_max',
      label: '基本給（上限）',
      kind: 'yen',
      required: true,
      min: 1,
      max: highestPay,
      unit: '円',
      whenCopied: 'confirm',
    },
    ...fixedAllowance(1),
    ...fixedAllowance(2),
    ...fixedAllowance(3),
    ...fixedAllowance(4),
    { name: 'fixed_overtime', label: '固定残業代', kind: 'choice', required: true, choices: haveOrNot },
    {
      name: 'fixed_overtime_amount',
      label: '固定残業代の金額',
      kind: 'yen',
      required: true,
      shownWhen: hasFixedOvertime,
      min: 1,
      max: highestPay,
      unit: '円',
      whenCopied: 'confirm',
    },
    {
      name: 'fixed_overtime_hours',
      label: '固定残業代に含まれる時間外労働の時間数',
      kind: 'integer',
      required: true,
      shownWhen: hasFixedOvertime,
      min: 1,
      max: 100,
      unit: '時間',
      whenCopied: 'confirm',
    },
    {
      name: 'fixed_overtime_excess_paid',
      label: '固定残業代の時間数を超える時間外労働には、割増賃金を追加で支払います',
      kind: 'confirm',
      required: true,
      shownWhen: hasFixedOvertime,
    },
    {
      name: 'other_allowances',
      label: 'その他の手当等付記事項',
      kind: 'textarea',
      maxLength: 150,
      help: '全員に毎月支払うとは限らない手当（家族手当、皆勤手当など）を入力してください。',
    },
    {
      name: 'avg_work_days_month',
      label: '月平均労働日数',
      kind: 'decimal',
      required: { field: 'pay_basis', in: ['monthly', 'annual'] },
      min: 1,
      max: 31,
      unit: '日',
      help: '最低賃金と比べるときの時間額の計算に使います（例：20.5）。',
      whenCopied: 'confirm',
    },
    {
      name: 'pay_basis',
      label: '賃金形態',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'monthly', label: '月給' },
        { value: 'daily', label: '日給' },
        { value: 'hourly', label: '時給' },
        { value: 'annual', label: '年俸制' },
        { value: 'other', label: 'その他' },
      ],
    },
    {
      name: 'pay_basis_note',
      label: '賃金形態の内容',
      kind: 'text',
      required: true,
      shownWhen: { field: 'pay_basis', in: ['other'] },
      maxLength: 60,
    },
    {
      name: 'commute_allowance',
      label: '通勤手当',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'full', label: '実費支給（上限なし）' },
        { value: 'capped', label: '実費支給（上限あり）' },
        { value: 'fixed', label: '一定額' },
        { value: 'none', label: 'なし' },
      ],
    },
    {
      name: 'commute_allowance_amount',
      label: '通勤手当の金額（上限または一定額）',
      kind: 'yen',
      required: true,
      shownWhen: hasCommuteAmount,
      min: 1,
      max: 999_999,
      unit: '円',
      whenCopied: 'confirm',
    },
    {
      name: 'commute_allowance_period',
      label: '通勤手当の単位',
      kind: 'choice',
      required: true,
      shownWhen: hasCommuteAmount,
      choices: [
        { value: 'month', label: '月額' },
        { value: 'day', label: '日額' },
      ],
    },
    { name: 'pay_closing_day', label: '賃金締切日', kind: 'choice', required: true, choices: daysOfMonth },
    {
      name: 'pay_month',
      label: '賃金を支払う月',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'same', label: '締切日と同じ月' },
        { value: 'next', label: '締切日の翌月' },
        { value: 'other', label: 'その他' },
      ],
    },
    { name: 'pay_day', label: '賃金支払日', kind: 'choice', required: true, choices: daysOfMonth },
    { name: 'raise_system', label: '昇給の制度', kind: 'choice', choices: haveOrNot },
    { name: 'raise_last_year', label: '昇給（前年度の実績）', kind: 'choice', choices: haveOrNot },
    {
      name: 'raise_amount_min',
      label: '昇給額（1月あたりの下限）',
      kind: 'yen',
      shownWhen: hadRaise,
      max: 999_999,
      unit: '円',
      whenCopied: 'confirm',
    },
    {
      name: 'raise_amount_max',
      label: '昇給額（1月あたりの上限）',
      kind: 'yen',
      shownWhen: hadRaise,
      max: 999_999,
      unit: '円',
      whenCopied: 'confirm',
    },
    { name: 'bonus_system', label: '賞与の制度', kind: 'choice', choices: haveOrNot },
    { name: 'bonus_last_year', label: '賞与（前年度の実績）', kind: 'choice', choices: haveOrNot },
    {
      name: 'bonus_times',
      label: '賞与の回数（前年度）',
      kind: 'integer',
      shownWhen: hadBonus,
      min: 1,
      max: 12,
      unit: '回',
      whenCopied: 'confirm',
    },
    {
      name: 'bonus_months',
      label: '賞与の月数（前年度の合計）',
      kind: 'decimal',
      shownWhen: hadBonus,
      min: 0.1,
      max: 99,
      unit: 'か月分',
      whenCopied: 'confirm',
    },
  ],
};
