import { choice, derived, difference, figure, holds, type PostingFacts, stated } from './factForms.ts';
import { choices, type PostingValues } from './values.ts';

/** Months of the trial employment: the length of the fixed term, else of the trial period. */
const trialMonths = (posting: PostingValues): number | null =>
  (posting.contract_term === 'fixed' ? posting.contract_period_months : null) ??
  (posting.trial_period === 'yes' ? posting.trial_period_months : null) ??
  null;

/** 仕事内容, 就業場所, 雇用期間, 年齢, 派遣・請負, 保険 and トライアル雇用. */
export const conditionFacts: PostingFacts = {
  'duties.changeScopeStated': stated('duties_change_scope', '業務の変更の範囲の記入'),
  'workplace.transferPossible': choice('transfer_possible', '転勤の可能性', choices.yesNo),
  'workplace.transferScopeStated': stated('transfer_scope', '転勤の範囲の記入'),
  'workplace.noteStated': stated('workplace_note', '就業場所に関する特記事項の記入'),
  'smoking.measure': choice('smoking_measure', '受動喫煙対策', choices.smoking),
  'smoking.detail': choice('smoking_measure_detail', '受動喫煙対策の内容', choices.smokingDetail),
  'smoking.noteStated': stated('smoking_measure_note', '受動喫煙対策に関する特記事項の記入'),

  'contract.term': choice('contract_term', '雇用期間の定め', choices.term),
  'contract.days': derived(
    '雇用期間の日数',
    'posting.contract_period_months × 30 + contract_period_days',
    ({ contract_period_months: months, contract_period_days: days }) =>
      (months ?? null) === null && (days ?? null) === null ? null : (months ?? 0) * 30 + (days ?? 0),
  ),
  'contract.renewal': choice('renewal_possibility', '契約更新の可能性', choices.renewal),
  'contract.renewalConditionStated': stated('renewal_condition', '契約更新の条件の記入'),
  'contract.renewalCap': choice('renewal_cap', '更新の上限', choices.yesNo),
  'contract.renewalCapStated': stated('renewal_cap_detail', '更新の上限の内容の記入'),

  'age.limit': choice('age_limit', '年齢制限', choices.ageLimit),
  'age.min': figure('age_min', '年齢の下限'),
  'age.max': figure('age_max', '年齢の上限'),
  'age.bandYears': derived('年齢の幅(年)', 'posting.age_max − age_min + 1', (posting) => {
    const width = difference(posting.age_max, posting.age_min);
    return width === null ? null : width + 1;
  }),
  'age.exception': choice('age_exception', '年齢制限の例外事由', choices.ageException),
  'age.reasonStated': stated('age_reason', '年齢制限の理由の記入'),
  'age.retirement': choice('mandatory_retirement', '定年制', choices.yesNo),
  'age.yearsBelowRetirement': derived(
    '定年と年齢の上限との差',
    'posting.mandatory_retirement_age − age_max',
    (posting) => difference(posting.mandatory_retirement_age, posting.age_max),
  ),
  'applicant.experience': choice('experience', '必要な経験等', choices.demand),

  'dispatch.kind': choice('dispatch_kind', '派遣・請負の別', choices.dispatchKind),
  'dispatch.licenceStated': stated('dispatch_licence_no', '許可番号の記入'),
  'dispatch.licenceUsual': holds(
    '許可番号が通常の形(派13-123456)である',
    'posting.dispatch_licence_no',
    ({ dispatch_licence_no }) => /^派\d{2}-\d{6}$/.test((dispatch_licence_no ?? '').normalize('NFKC').trim()),
  ),
  'dispatch.employmentForm': choice('employment_form', '雇用形態', choices.employmentForm),

  'insurance.answered': holds(
    '加入保険が選ばれている',
    'posting.insurances',
    ({ insurances }) => (insurances ?? []).length > 0,
  ),
  'insurance.kinds': {
    type: 'enumList',
    label: '加入保険',
    choices: choices.insurance,
    origin: 'posting.insurances',
    build: ({ posting }) => posting.insurances ?? [],
  },

  'trial.wish': choice('trial_employment_wish', 'トライアル雇用併用の希望', choices.trialWish),
  'trial.kind': choice('trial_kind', 'トライアル雇用の種類', choices.trialKind),
  'trial.months': {
    type: 'integer',
    label: 'トライアル雇用の期間(月数)',
    whenNull: '記入なし',
    origin: 'posting.contract_period_months（期間の定めがないときは trial_period_months）',
    build: ({ posting }) => trialMonths(posting),
  },
};
