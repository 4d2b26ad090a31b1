import { minimumWageYen } from '#app/domain/minimumWage.ts';
import type { Field, FormDefinition } from './field.ts';

const yen: Field = {
  name: 'yen',
  label: '時間額',
  kind: 'yen',
  required: true,
  min: minimumWageYen.least,
  max: minimumWageYen.most,
  unit: '円',
};

const from: Field = {
  name: 'effective_from',
  label: '発効日',
  kind: 'date',
  required: true,
};

const source: Field = {
  name: 'source',
  label: '出典',
  kind: 'text',
  required: true,
  maxLength: 100,
  help: '額と発効日を確かめた資料です（例：官報の号数、労働局の公示、厚生労働省の全国一覧）。',
};

/** 最低賃金の登録, of one prefecture */
export const minimumWageForm: FormDefinition = {
  id: 'minimum-wage',
  title: '最低賃金の登録',
  sections: [
    {
      id: 'wage',
      title: '新しい額を登録する',
      help: '同じ発効日の額がすでにあるときは、その額を置き換えます。',
      fields: [yen, from, source],
    },
  ],
};

/** What a line of a file says beside its prefecture. */
export const wageLineFields: readonly Field[] = [yen, from];

/** CSVでの登録; the table itself is read by minimumWageCsv.ts. */
export const minimumWageImportForm: FormDefinition = {
  id: 'minimum-wage-import',
  title: '最低賃金のCSVでの登録',
  sections: [{ id: 'import', title: '登録する内容', fields: [source] }],
};

/** Where a table is pasted: cells copied out of a spreadsheet hold tabs, which no text of a record may. */
export const wageTableField: Field = {
  name: 'csv',
  label: 'CSVの内容',
  kind: 'textarea',
  help: '表計算ソフトの表を、そのまま貼り付けることもできます。',
};

/** 登録の取消し */
export const minimumWageWithdrawalForm: FormDefinition = {
  id: 'minimum-wage-withdrawal',
  title: '登録の取消し',
  sections: [
    {
      id: 'withdrawal',
      title: '取消しの理由',
      fields: [
        {
          name: 'reason',
          label: '取り消す理由',
          kind: 'text',
          required: true,
          maxLength: 200,
          help: '記録に残ります。',
        },
      ],
    },
  ],
};
