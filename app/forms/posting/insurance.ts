import { haveOrNot, insurances } from '../choices.ts';
import type { Section } from '../field.ts';

/** Step 6: 保険・年金・定年等 */
export const insuranceStep: Section = {
  id: '6',
  title: '保険・年金・定年等',
  fields: [
    {
      name: 'insurances',
      label: '加入保険',
      kind: 'choices',
      required: true,
      choices: insurances,
      whenCopied: 'confirm',
    },
    { name: 'retirement_allowance_mutual_aid', label: '退職金共済', kind: 'choice', choices: haveOrNot },
    { name: 'retirement_allowance', label: '退職金制度', kind: 'choice', choices: haveOrNot },
    {
      name: 'retirement_allowance_years',
      label: '退職金を受けられる勤続年数',
      kind: 'integer',
      shownWhen: { field: 'retirement_allowance', in: ['yes'] },
      min: 0,
      max: 50,
      unit: '年以上',
    },
    { name: 'mandatory_retirement', label: '定年制', kind: 'choice', required: true, choices: haveOrNot },
    {
      name: 'mandatory_retirement_age',
      label: '定年の年齢',
      kind: 'integer',
      required: true,
      shownWhen: { field: 'mandatory_retirement', in: ['yes'] },
      // 高年齢者雇用安定法8条: no mandatory retirement below 60.
      min: 60,
      max: 99,
      unit: '歳',
      whenCopied: 'confirm',
    },
    { name: 'reemployment', label: '再雇用制度', kind: 'choice', choices: haveOrNot },
    {
      name: 'reemployment_age',
      label: '再雇用の上限年齢',
      kind: 'integer',
      shownWhen: { field: 'reemployment', in: ['yes'] },
      min: 60,
      max: 99,
      unit: '歳',
    },
    { name: 'extension_of_employment', label: '勤務延長', kind: 'choice', choices: haveOrNot },
    {
      name: 'extension_of_employment_age',
      label: '勤務延長の上限年齢',
      kind: 'integer',
      shownWhen: { field: 'extension_of_employment', in: ['yes'] },
      min: 60,
      max: 99,
      unit: '歳',
    },
    {
      name: 'housing',
      label: '入居可能住宅',
      kind: 'choices',
      choices: [
        { value: 'single', label: '単身用' },
        { value: 'family', label: '世帯用' },
      ],
    },
    { name: 'housing_note', label: '入居可能住宅に関する特記事項', kind: 'text', maxLength: 60 },
    { name: 'childcare_facility', label: '利用可能な託児施設', kind: 'choice', choices: haveOrNot },
    {
      name: 'childcare_facility_note',
      label: '託児施設に関する特記事項',
      kind: 'text',
      shownWhen: { field: 'childcare_facility', in: ['yes'] },
      maxLength: 60,
    },
  ],
};
