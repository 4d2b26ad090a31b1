import type { ReactNode } from 'react';
import { messageForm } from '#app/forms/message.ts';
import { messagesText } from '#app/text/mypage/messages.ts';
import { type FormAnswer, messagesOf } from '../review/formAnswer.ts';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { messageIntents } from './intents.ts';

export type MessageFormProps = {
  idempotencyKey: string;
  answer: FormAnswer | undefined;
  hidden?: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** The box that either side writes in. */
export function MessageForm({ idempotencyKey, answer, hidden, children }: MessageFormProps) {
  const messages = messagesOf(messageForm, answer);
  return (
    <FormFrame
      idempotencyKey={idempotencyKey}
      hidden={hidden}
      submits={[{ label: messagesText.thread.send, intent: messageIntents.send }]}
    >
      {messageForm.sections.map((section) => (
        <FieldSet key={section.id} section={section} typed={answer?.typed} messages={messages}>
          {children}
        </FieldSet>
      ))}
    </FormFrame>
  );
}
