import { forgotForm } from '#app/forms/account.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { StartFrame } from './StartFrame.tsx';

export type ForgotFormProps = {
  idempotencyKey: string;
  /** The address our mails come from. */
  sender: string;
  answer: FormAnswer | undefined;
};

/** パスワードの再設定, the first page: which address signs in. */
export function ForgotForm({ idempotencyKey, sender, answer }: ForgotFormProps) {
  const messages = messagesOf(forgotForm, answer);
  return (
    <StartFrame title={startText.titles.forgot} purpose="forgot" step={1} hasErrors={answer !== undefined}>
      <ErrorSummary {...summaryOf(forgotForm, answer)} />
      <p>{startText.forgotLead}</p>
      <ul>
        {startText.forgotNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{startText.forgotOther}</li>
        <li>{startText.allowSender(sender)}</li>
      </ul>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: startText.send, intent: 'send' }]}
        cancel={{ to: paths.mypage.login(), label: startText.otherWay.toLogin }}
      >
        {forgotForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed}
            messages={messages}
            titleHidden
          />
        ))}
      </FormFrame>
    </StartFrame>
  );
}
