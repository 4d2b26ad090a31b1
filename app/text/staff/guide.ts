/** 開設案内(控え): the steps of the leaflet in our own words. */
export const guideText = {
  title: '求人者マイページ 開設のご案内（控え）',
  greeting: (establishment: string): string => `${establishment} 御中`,
  lead: '窓口でメールアドレスを登録しました。会社のパソコンから、②～⑥の手続きを行うとマイページが開設されます。',
  email: '登録したメールアドレス（ログインアカウント）',
  keep: 'メールアドレスとパスワードは、利用者の責任で管理し、第三者に開示・貸与・譲渡しないでください。',
  allowTitle: '先に受信の設定をしてください',
  allow: (sender: string): string =>
    `メールの受信制限をしている場合は、手続きの前に「${sender}」からの受信を許可してください。`,
  stepsTitle: '開設の手順',
  steps: (minutes: number, site: string, sender: string) => [
    {
      title: '窓口でのメールアドレスの登録',
      body: '済みました。職員がアカウントとなるメールアドレスを登録しました。',
    },
    {
      title: '「パスワード登録」を開く',
      body: `会社のパソコンで求人者マイページ（${site}）を開き、「パスワード登録」を押します。`,
    },
    {
      title: '同意とメールアドレスの入力',
      body: 'プライバシーポリシーと利用規約をそれぞれ最後までお読みになり、同意のチェックを入れ、上のメールアドレスを入力して「次へ進む」を押します。',
    },
    {
      title: '認証キーの受信',
      body: `登録したメールアドレスに認証キーが届きます。有効なのは${minutes}分間です。届かないときは、迷惑メールフォルダと「${sender}」の受信の設定を確認してください。`,
    },
    {
      title: '認証キーの入力',
      body: '届いた認証キーを画面の案内に沿って入力し、パスワードを設定します。期限が過ぎたときは「新しい認証キーを送る」を押すと、新しいキーが届きます。',
    },
    {
      title: 'マイページの開設完了',
      body: '求人の申込み、内容の変更、募集停止などをご利用いただけます。',
    },
  ],
  contact: 'お問い合わせ',
  officeLabel: '管轄ハローワーク',
  helpdeskLabel: '操作方法',
  hours: '平日 9:30～18:00（年末年始・祝日を除く）',
  establishment: '事業所',
  number: '事業所番号',
  issuedOn: '発行日',
} as const;
