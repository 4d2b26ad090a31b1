export const establishmentText = {
  title: { enter: '事業所情報の入力（仮登録）', correct: '事業所情報の修正（仮登録）', view: '事業所情報' },
  enterLead:
    '求人を申し込む前に、事業所情報を入力します。ここで入力した内容は仮登録です。ハローワークの窓口で本登録の手続きを行うと、マイページが開設されます。',
  correctLead: '本登録の手続きが済むまでは、内容を直せます。',
  registeredLead: '登録されている事業所情報です。この事業所のすべての求人に、共通で載ります。',
  office: {
    section: '管轄のハローワーク',
    label: '事業所の所在地を管轄するハローワーク',
    help: '事業所の所在地を管轄するハローワークで登録します。分からないときは、お近くのハローワークにお問い合わせください。',
  },
  officeTitle: '管轄のハローワーク',
  state: '登録の状態',
  number: '事業所番号',
  registeredOn: '登録日',
  save: '保存する',
  toPosting: '求人を申し込む',
} as const;
