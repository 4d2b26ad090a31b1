import { dayOfYear } from '../format.ts';

/** 変更の申込み: one request, and its decisions. */
export const changesText = {
  columns: {
    kind: '種類',
    posting: '求人',
    establishment: '事業所',
    state: '状態',
    stopOn: '停止する日',
    since: '受付',
  },
  untitled: '職種未入力',

  record: {
    over: '変更の申込み',
    summary: '申込みの内容',
    item: '項目',
    nothing: '記入なし',
    noDifference: '内容の変更はありません。',
    differences: '変更の内容',
    onlyChanged: '変更のみ表示する',
    all: 'すべての項目を表示する',
    checksNow: '変更後の内容を、現在の規則で検査した結果です。',
    checksStored: '処理したときの検査の結果です。',
    before: '変更前',
    after: '変更後',
    effect: '受理したときの変更',
    effects: { state: '求人の状態', validUntil: '有効期限' },
    valid: '有効',
    invalidFrom: (day: string): string => `${dayOfYear(day)}から無効`,
    late: (day: string): string =>
      `停止する日（${dayOfYear(day)}）が過ぎています。受理すると、今日から無効になります。`,
    asked: '受付日時',
    kind: '種類',
    stopOn: '募集を停止する日',
    stopReason: '停止する理由',
    answer: '求人者への説明',
    decided: '判断した日時',
    toPosting: '求人の内容を見る',
    targetTitle: '対象の求人',
    number: '求人番号',
    validUntil: '有効期限',
    postingState: '求人の状態',
    timeline: '経過',
    noTimeline: '記録はありません。',
    bar: '判断',
    ended: 'この申込みの処理は済んでいます。',
    waits: '求人者の修正を待っています。再送されると、もう一度確認できます。',
    auditor: '監査担当は閲覧だけができます。',
  },

  establishment: {
    number: '事業所番号',
    corrected: (labels: readonly string[]): string =>
      `申込みのあとに、窓口で登録内容が訂正されています：${labels.join('・')}`,
    correctedStays:
      '訂正された項目は、この申込みでは変わりません。下の「変更前」は、いま登録されている内容です。',
    overwrites: (labels: readonly string[]): string =>
      `受理すると、窓口の訂正が申込みの内容に置き換わります：${labels.join('・')}。求人者に確かめてから判断してください。`,
    jurisdiction: {
      outside: (office: string): string => `変更後の所在地は、${office}の管轄の外です`,
      uncertain: (office: string): string => `変更後の市区町村が${office}の管轄かどうか、確かめてください`,
    },
    jurisdictionAdvice:
      '管轄の外に移るときは、受理せずに差し戻し、移転先を管轄するハローワークで手続きするよう案内してください。',
  },

  acts: { accept: '受理', return: '差戻し', reject: '不承認' },
  back: '申込みに戻る',
  happensTitle: 'このあと',
  notPossible: 'この申込みは、いまの状態ではこの手続きができません。状態を確かめてください。',
  decisions: {
    accept: {
      title: '変更の申込みの受理',
      submit: '受理する',
      happens: ['上の変更が求人に反映されます。', '求人者にメールでお知らせします。'],
      happensToEstablishment: [
        '上の変更が登録内容に反映され、この事業所のすべての求人に載ります。いまの内容は、版の履歴に残ります。',
        '求人者にメールでお知らせします。',
      ],
    },
    return: {
      title: '変更の申込みの差戻し',
      submit: '差し戻す',
      happens: [
        '求人者のマイページに説明が表示され、メールでお知らせします。求人はいまのままです。',
        '求人者が再送すると、もう一度一覧に並びます。',
      ],
      happensToEstablishment: [
        '求人者のマイページに説明が表示され、メールでお知らせします。登録内容はいまのままです。',
        '求人者が再送すると、もう一度一覧に並びます。',
      ],
    },
    reject: {
      title: '変更の申込みの不承認',
      submit: '不承認とする',
      happens: ['求人はいまのままです。', '求人者のマイページに説明が表示され、メールでお知らせします。'],
      happensToEstablishment: [
        '登録内容はいまのままです。',
        '求人者のマイページに説明が表示され、メールでお知らせします。',
      ],
    },
  },
} as const;
