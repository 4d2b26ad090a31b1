/** 規則ファイルの問題: the banner of every staff page, and the page for those who mend the files. */
export const ruleProblemsText = {
  banner: (files: number): string => `規則ファイル${files}つに問題があります。`,
  stays: '判定は、問題が起きる前の規則で続けています。',
  tellSupervisor: '監督者に知らせてください。',
  link: '問題の場所と直し方を見る',

  title: '規則ファイルの問題',
  lead: 'フォルダー rules にあるファイルの問題です。直すまでは、問題が起きる前の規則で判定を続けます。',
  caption: '問題の一覧',
  columns: { file: 'ファイル', place: '場所', message: '問題', staying: 'いま有効な版' },
  place: (line: number, column: number): string => (line === 0 ? 'ファイル全体' : `${line}行${column}文字目`),
  staying: (title: string, version: string, from: string): string => `${title} 第${version}版（${from}から）`,
  nothingStays: 'なし',
  empty: '規則ファイルに問題はありません。',
  howTitle: '直し方',
  how: [
    'ファイルをテキストエディターで開き、上の場所を直して、文字コード UTF-8 で保存します。「ファイル全体」とあるときは、問題の欄の説明のとおりにします。',
    '保存すると、数秒で読み取り直します。この画面を開き直し、問題が消えたことを確かめてください。',
    '内容を変えるときは、版（version）を大きくし、適用開始日（effective の from）を変更を始める日にします。一度有効になった版の内容は、過去の判定の根拠になるため変えられません。',
    '保存する前に、コマンド npm run -s rules -- check ファイル名 で同じ検査ができます。',
  ],
  demo: '見本のデータでは、npm run demo -- --reset で始め直すと、いまのファイルの内容が版の番号を変えずに使われます。',
} as const;
