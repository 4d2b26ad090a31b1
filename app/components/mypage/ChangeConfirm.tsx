import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { postingForm, postingSteps } from '#app/forms/posting.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Differences } from '../change/Differences.tsx';
import type { StepDifferences } from '../change/differences.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { stepOfField } from '../steps/stepFields.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { type FieldMessage, fieldId } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ChangeIndicator } from './ChangeIndicator.tsx';
import { errorMessages, reasonMessages } from './messages.ts';
import { ReturnedAnswer } from './ReturnedAnswer.tsx';
import { refusalSentence } from './refusal.ts';
import { postingTrail } from './trails.ts';

export type ChangeConfirmProps = {
  request: Pick<ChangeRequest, 'id' | 'version' | 'state' | 'answer'>;
  posting: Pick<Posting, 'id' | 'jobTitle'>;
  differences: readonly StepDifferences[];
  /** What is missing or cannot be read, over all eight steps. */
  errors: readonly FieldError[];
  /** The checks of the content as it is to be. */
  verdict: Verdict;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const fields = fieldsOf(postingForm);

/** 変更前 and 変更後 before the change is sent: what changes and nothing else, and what still stands in the way. */
export function ChangeConfirm(props: ChangeConfirmProps) {
  const { request, posting, differences, errors, verdict, idempotencyKey, answer } = props;
  const text = changesText.content.confirm;
  const place = (field: string) =>
    `${paths.mypage.changeStep(request.id, stepOfField(field) ?? 1)}#${fieldId(field)}`;
  const wrong = new Set(errors.map(({ field }) => field));
  const reasons = verdict.reasons.filter(({ fields: named = [] }) => !named.some((name) => wrong.has(name)));
  const messages = [...errorMessages(fields, errors, place), ...reasonMessages(fields, reasons, place)];
  const blocking = messages.filter(({ severity }) => severity !== 'warning');
  const warnings = messages.filter(({ severity }) => severity === 'warning');
  const confirmed = reasons.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
  const editing = { to: paths.mypage.changeStep(request.id, 1), label: text.edit };
  return (
    <>
      <div className="not-printed">
        <ChangeIndicator requestId={request.id} current={postingSteps.length + 1} />
      </div>
      <PageTitle
        title={text.title}
        trail={postingTrail(posting)}
        over={changesText.content.title}
        hasErrors={answer !== undefined}
      />
      {answer === undefined ? null : <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />}
      <ReturnedAnswer request={request} />
      {differences.length === 0 ? null : <p>{text.lead}</p>}
      <Differences steps={differences} />
      <Found kind="error" title={text.missing(blocking.length)} messages={blocking} />
      <Found kind="warning" title={text.warnings} messages={warnings} />
      {blocking.length > 0 || differences.length === 0 ? (
        <ButtonRow>
          <ButtonLink to={blocking[0]?.href ?? editing.to} kind="primary">
            {editing.label}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={request.version}
          submits={[{ label: request.state === 'returned' ? text.resend : text.submit, intent: 'submit' }]}
          cancel={editing}
        >
          {confirmed.map((rule) => (
            <input key={rule} type="hidden" name="confirmed" value={rule} />
          ))}
        </FormFrame>
      )}
    </>
  );
}

function Found({
  kind,
  title,
  messages,
}: {
  kind: 'error' | 'warning';
  title: string;
  messages: readonly FieldMessage[];
}) {
  if (messages.length === 0) return null;
  return (
    <Banner kind={kind} title={title}>
      <ul>
        {messages.map(({ message, href }) => (
          <li key={message}>{href === undefined ? message : <Link to={href}>{message}</Link>}</li>
        ))}
      </ul>
    </Banner>
  );
}
