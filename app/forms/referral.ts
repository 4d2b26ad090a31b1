import type { FormDefinition, Section, When } from './field.ts';

/** Whom to refer to what: both by their number, as on the papers at the counter. */
export const referralSubjectForm: FormDefinition = {
  id: 'referral-subject',
  title: '紹介する求職者と求人',
  sections: [
    {
      id: 'subject',
      title: '紹介する求職者と求人',
      fields: [
        {
          name: 'seeker_number',
          label: '求職番号',
          kind: 'code',
          required: true,
          maxLength: 14,
          help: '例：99010-00000012。ハイフンはなくてもかまいません。',
        },
        {
          name: 'posting_number',
          label: '求人番号',
          kind: 'code',
          required: true,
          maxLength: 14,
          help: 'ほかのハローワークの求人も紹介できます。例：99010-00000034',
        },
      ],
    },
  ],
};

/** 紹介: what was agreed with the employer. */
export const referralForm: FormDefinition = {
  id: 'referral',
  title: '紹介',
  sections: [
    {
      id: 'contact',
      title: '求人者への連絡',
      fields: [
        {
          name: 'phoned',
          label: '求人者への電話連絡',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'yes', label: '電話で連絡した' },
            {
              value: 'no',
              label: '連絡がつかなかった',
              help: 'マイページのある求人者には、紹介したことをメールでお知らせします。',
            },
          ],
        },
        {
          name: 'certain_seekers',
          label: 'この求人の対象となる方であることを確認した',
          kind: 'confirm',
          help: '障害者専用求人・トライアル雇用求人のときは、確認してチェックを入れてください。',
        },
      ],
    },
    {
      id: 'interview',
      title: '面接',
      fields: [
        { name: 'interview_on', label: '面接日', kind: 'date' },
        { name: 'interview_at', label: '面接の時刻', kind: 'time' },
        { name: 'interview_place', label: '面接の場所', kind: 'text', maxLength: 100 },
        {
          name: 'contact_name',
          label: '求人者の担当者',
          kind: 'text',
          maxLength: 60,
          personal: true,
          help: '例：総務課　見本 担当',
        },
        {
          name: 'note',
          label: '求人者への連絡事項',
          kind: 'textarea',
          maxLength: 300,
          help: '紹介状に、このまま載せます。',
          personal: true,
        },
      ],
    },
  ],
};

/** 選考結果 as the official screen asks for it (domain.md §2.7), for both sides. */
export const employerResultSection: Section = {
  id: 'result',
  title: '選考結果',
  fields: [
    {
      name: 'result',
      label: '選考結果',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'hired', label: '採用' },
        { value: 'not_hired', label: '不採用' },
      ],
    },
    {
      name: 'conditions_differed',
      label: '求人票の労働条件と採用条件の相違',
      kind: 'choice',
      required: { field: 'result', in: ['hired'] },
      shownWhen: { field: 'result', in: ['hired'] },
      choices: [
        { value: 'no', label: '相違なし' },
        { value: 'yes', label: '相違あり' },
      ],
    },
    {
      name: 'conditions_note',
      label: '相違の内容',
      kind: 'textarea',
      maxLength: 300,
      required: true,
      shownWhen: { field: 'conditions_differed', in: ['yes'] },
      help: '例：賃金を月額20万円から21万円にした。',
    },
  ],
};

/** 選考結果の登録 by the employer. */
export const employerResultForm: FormDefinition = {
  id: 'referral-result-employer',
  title: '選考結果の登録',
  sections: [employerResultSection],
};

/** The name of a field of 選考結果 where many applicants stand in one form. */
export const resultField = (name: string, referralId: string): string => `${name}-${referralId}`;

/**
 * 選考結果 of one of many applicants in one form; whoever has none yet is left open.
 * @param title the applicant, as the legend of the three fields
 */
export const resultRow = (referralId: string, title: string): Section => ({
  id: referralId,
  title,
  fields: employerResultSection.fields.map(({ required, shownWhen, ...field }) => {
    const named = (when: When): When => ({ ...when, field: resultField(when.field, referralId) });
    return {
      ...field,
      name: resultField(field.name, referralId),
      ...(required === undefined || field.name === 'result'
        ? {}
        : { required: required === true ? true : named(required) }),
      ...(shownWhen === undefined ? {} : { shownWhen: named(shownWhen) }),
    };
  }),
});

/** 代行登録: the counter registers for the employer, also that the applicant withdrew. */
export const staffResultForm: FormDefinition = {
  id: 'referral-result',
  title: '選考結果の代行登録',
  sections: [
    {
      ...employerResultSection,
      fields: employerResultSection.fields.map((field) =>
        field.name === 'result'
          ? {
              ...field,
              choices: [
                ...(field.choices ?? []),
                { value: 'declined_by_applicant', label: '応募者からの辞退' },
              ],
            }
          : field,
      ),
    },
    {
      id: 'channel',
      title: '連絡を受けた方法',
      fields: [
        {
          name: 'channel',
          label: '連絡を受けた方法',
          kind: 'choice',
          required: true,
          choices: [
            { value: 'phone', label: '電話' },
            { value: 'fax', label: 'FAX' },
            { value: 'counter', label: '窓口' },
          ],
        },
      ],
    },
  ],
};

const reasonForm = (id: string, title: string, help: string): FormDefinition => ({
  id,
  title,
  sections: [
    {
      id: 'reason',
      title,
      fields: [{ name: 'reason', label: '理由', kind: 'textarea', required: true, maxLength: 300, help }],
    },
  ],
});

/** 紹介の取消し */
export const cancelReferralForm = reasonForm(
  'referral-cancel',
  '紹介の取消し',
  '例：求人番号の取り違え。応募者の都合による辞退は、選考結果の「応募者からの辞退」で登録してください。',
);

/** A result that was registered by mistake becomes 未登録 again. */
export const reopenReferralForm = reasonForm(
  'referral-reopen',
  '選考結果の登録の取消し',
  '例：ほかの応募者の結果と取り違えた。',
);
