import type { FormAnswer } from '#app/components/review/formAnswer.ts';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { startForm } from '#app/forms/account.ts';
import { fieldsOf, type Section } from '#app/forms/field.ts';
import { privacyPolicy, termsOfUse } from '#app/text/legal.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { LegalRegion } from './LegalRegion.tsx';
import { errorMessages } from './messages.ts';
import { refusalSentence } from './refusal.ts';
import { StartFrame } from './StartFrame.tsx';
import { startIntents } from './startIntents.ts';

export type StartFormProps = {
  /** start: the address was registered at the counter (leaflet ②); register: opening online (leaflet ※②). */
  purpose: 'start' | 'register';
  idempotencyKey: string;
  /** The address our mails come from. */
  sender: string;
  answer?: FormAnswer;
};

/** The section of the address, saying what the address is used for. */
const withHelp = (section: Section, help: string): Section => ({
  ...section,
  fields: section.fields.map((field) => ({ ...field, help })),
});

/** Leaflet ③: both texts, consent to each, and the e-mail address. */
export function StartForm({ purpose, idempotencyKey, sender, answer }: StartFormProps) {
  const messages = errorMessages(fieldsOf(startForm), answer?.errors ?? []);
  const [consent, email] = startForm.sections;
  const { otherWay } = startText;
  return (
    <StartFrame title={startText.titles[purpose]} purpose={purpose} step={1} hasErrors={answer !== undefined}>
      <ErrorSummary messages={messages} refusal={refusalSentence(answer)} />
      <p>{purpose === 'start' ? startText.startLead : startText.registerLead}</p>
      <ul>
        <li>
          {purpose === 'start' ? otherWay.start : otherWay.register}：
          <Link to={purpose === 'start' ? paths.mypage.register() : paths.mypage.start()}>
            {purpose === 'start' ? otherWay.toRegister : otherWay.toStart}
          </Link>
        </li>
        <li>
          {otherWay.both}：<Link to={paths.mypage.login()}>{otherWay.toLogin}</Link>
        </li>
      </ul>
      <LegalRegion text={privacyPolicy} page={paths.privacy()} />
      <LegalRegion text={termsOfUse} page={paths.terms()} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[
          { label: startText.send, intent: startIntents.send },
          ...(purpose === 'start'
            ? [{ label: startText.haveKey, intent: startIntents.haveKey, kind: 'secondary' as const }]
            : []),
        ]}
      >
        {consent === undefined ? null : (
          <FieldSet section={consent} typed={answer?.typed} messages={messages} />
        )}
        {email === undefined ? null : (
          <FieldSet
            section={withHelp(email, startText.emailHelp[purpose])}
            typed={answer?.typed}
            messages={messages}
          >
            <p>{startText.allowSender(sender)}</p>
          </FieldSet>
        )}
      </FormFrame>
    </StartFrame>
  );
}
