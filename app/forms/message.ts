import { type FormDefinition, fieldsOf } from './field.ts';

/** A message of either side; the API takes the same. */
export const messageForm: FormDefinition = {
  id: 'message',
  title: 'メッセージ',
  sections: [
    {
      id: 'message',
      title: 'メッセージを書く',
      fields: [
        {
          name: 'text',
          label: 'メッセージ',
          kind: 'textarea',
          required: true,
          maxLength: 2_000,
          personal: true,
        },
      ],
    },
  ],
};

export const messageFields = fieldsOf(messageForm);
