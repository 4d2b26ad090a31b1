import type { ComplaintOutcome, ComplaintTopic } from '#app/domain/mismatchComplaint.ts';
import type { RefusalPeriodGround } from '#app/domain/refusalPeriod.ts';
import type { Choice, FormDefinition } from './field.ts';

export const topicWords: Readonly<Record<ComplaintTopic, string>> = {
  pay: '賃金',
  hours: '就業時間・休日',
  duties: '仕事の内容',
  place: '就業場所',
  insurance: '社会保険・雇用保険',
  contract: '雇用形態・雇用期間',
  other: 'その他',
};

export const outcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  sheet_corrected: '求人票を訂正した',
  posting_cancelled: '求人を取り消した',
  guided: '事業主に是正を指導した',
  no_mismatch: '相違は認められなかった',
};

export const groundWords: Readonly<Record<RefusalPeriodGround, string>> = {
  repeated_violation: '労働基準法・最低賃金法の同じ規定の違反で、1年に2回以上是正指導を受けた',
  sent_to_prosecutors: '送検され、公表された',
  recommendation_published: '職業安定法・男女雇用機会均等法・育児介護休業法の勧告に従わず、公表された',
};

const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** 相違の申出の受付. The postings to choose from are those of the establishment. */
export const complaintForm = (postings: readonly Choice[]): FormDefinition => ({
  id: 'complaint',
  title: '申出の受付',
  sections: [
    {
      id: 'complaint',
      title: '申出の内容',
      fields: [
        { name: 'received_on', label: '申出のあった日', kind: 'date', required: true },
        {
          name: 'posting_id',
          label: '対象の求人',
          kind: 'choice',
          choices: postings,
          help: '分からないときは選ばずに進めます。',
        },
        {
          name: 'topics',
          label: '違うところ',
          kind: 'choices',
          required: true,
          choices: choicesOf(topicWords),
        },
        {
          name: 'description',
          label: '申出の内容',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          personal: true,
          help: '求人票の記載と、実際にどう違うかを書きます。申出をした人の名前や連絡先は書かないでください。',
        },
        {
          name: 'holds_referrals',
          label: '解決するまで、この求人への紹介を止める（紹介の一時保留）',
          kind: 'confirm',
        },
      ],
    },
  ],
});

/** 申出の処理結果 */
export const complaintSettlementForm: FormDefinition = {
  id: 'complaint-settlement',
  title: '申出の処理結果',
  sections: [
    {
      id: 'settlement',
      title: '処理結果',
      fields: [
        {
          name: 'outcome',
          label: '結果',
          kind: 'choice',
          required: true,
          choices: choicesOf(outcomeWords),
        },
        {
          name: 'note',
          label: '確認したことと対応',
          kind: 'textarea',
          required: true,
          maxLength: 600,
          personal: true,
          help: '誰に、いつ、何を確認したかを書きます。申出をした人の名前は書かないでください。',
        },
      ],
    },
  ],
};

/** 求人不受理期間の登録 */
export const refusalPeriodForm: FormDefinition = {
  id: 'refusal-period',
  title: '求人不受理期間の登録',
  sections: [
    {
      id: 'refusal-period',
      title: '求人不受理の根拠',
      fields: [
        {
          name: 'ground',
          label: '根拠',
          kind: 'choice',
          required: true,
          choices: choicesOf(groundWords),
        },
        {
          name: 'begins_on',
          label: '不受理の始まる日',
          kind: 'date',
          required: true,
          help: '通知に書かれた日です。この日から求人を受理しません。',
        },
        {
          name: 'sent_or_published_on',
          label: '送検または公表の日',
          kind: 'date',
          required: { field: 'ground', in: ['sent_to_prosecutors', 'recommendation_published'] },
          shownWhen: { field: 'ground', in: ['sent_to_prosecutors', 'recommendation_published'] },
        },
        {
          name: 'corrected_on',
          label: '是正した日',
          kind: 'date',
          help: 'まだ是正されていないときは空にします。是正が確認できたら、あとから登録できます。',
        },
      ],
    },
  ],
};

/** 是正の登録 */
export const correctionForm: FormDefinition = {
  id: 'refusal-period-correction',
  title: '是正の登録',
  sections: [
    {
      id: 'correction',
      title: '是正',
      fields: [{ name: 'corrected_on', label: '是正した日', kind: 'date', required: true }],
    },
  ],
};
