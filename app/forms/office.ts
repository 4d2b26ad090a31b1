import type { FormDefinition } from './field.ts';

/** 安定所の情報, as employers read it on pages, prints and mails. */
export const officeForm: FormDefinition = {
  id: 'office',
  title: '安定所の情報',
  sections: [
    {
      id: 'office',
      title: '安定所の情報',
      fields: [
        { name: 'office_name', label: '名称', kind: 'text', required: true, maxLength: 60 },
        { name: 'office_phone', label: '電話番号', kind: 'phone', required: true, help: '例：03-0000-0000' },
        { name: 'office_postal', label: '郵便番号', kind: 'postal', required: true },
        { name: 'office_address', label: '所在地', kind: 'text', required: true, maxLength: 200 },
      ],
    },
  ],
};
