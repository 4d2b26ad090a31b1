import { errorMessages, reasonMessages } from '#app/components/mypage/messages.ts';
import { refusalSentence } from '#app/components/mypage/refusal.ts';
import { postingTrail } from '#app/components/mypage/trails.ts';
import type { FormAnswer } from '#app/components/review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { DefinitionTable, recordRows } from '#app/components/ui/DefinitionTable.tsx';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import type { FieldMessage } from '#app/components/ui/fieldMessages.ts';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Posting } from '#app/domain/posting.ts';
import { COPY_CONFIRMED } from '#app/domain/postingCopy.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { isRequired, isShown } from '#app/forms/conditions.ts';
import { type Field, type FormValues, fieldsOf, type Section } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingForm, postingSteps } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { ConvertedNotice } from './ConvertedNotice.tsx';
import { PostingIndicator } from './PostingIndicator.tsx';
import { ReturnNotice, type ReturnWords } from './ReturnNotice.tsx';
import styles from './StepPage.module.css';
import { placeInSteps } from './stepFields.ts';
import { VisitNotice } from './VisitNotice.tsx';
import type { VisitView } from './visit.ts';

export type ConfirmPageProps = {
  posting: Pick<Posting, 'id' | 'state' | 'version' | 'stepsDone' | 'jobTitle' | 'content'>;
  /** What is missing or cannot be read, over all eight steps. */
  errors: readonly FieldError[];
  /** The content checks; red reasons block, orange ones are confirmed by sending. */
  content: Verdict;
  visit: VisitView;
  returned: ReturnWords | null;
  /** Fields that still say what was carried over from an earlier posting (転用). */
  copied: readonly string[];
  idempotencyKey: string;
  answer?: FormAnswer | undefined;
};

const fields = fieldsOf(postingForm);

/** 内容の確認: the whole posting with a way back into each step, what is missing, and the button that sends it. */
export function ConfirmPage({
  posting,
  errors,
  content,
  visit,
  returned,
  copied,
  idempotencyKey,
  answer,
}: ConfirmPageProps) {
  const text = postingText.confirm;
  const place = placeInSteps(posting.id);
  const verdict = answer?.refusal?.verdict ?? content;
  const messages = [
    ...errorMessages(fields, errors, place),
    ...reasonMessages(fields, reasonsBesides(errors, verdict), place),
  ];
  const blocking = messages.filter(({ severity }) => severity !== 'warning');
  const warnings = messages.filter(({ severity }) => severity === 'warning');
  const toConfirm = verdict.reasons.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
  return (
    <>
      <PostingIndicator posting={posting} current={postingSteps.length + 1} />
      <PageTitle
        title={text.title}
        trail={postingTrail(posting)}
        over={postingText.over}
        hasErrors={answer?.refusal?.code === 'content-to-confirm' ? 'confirm' : answer !== undefined}
      />
      {answer === undefined ? null : <ErrorSummary refusal={refusalSentence(answer)} />}
      <ConvertedNotice content={posting.content} />
      <p>{text.lead}</p>
      {returned === null ? null : <ReturnNotice postingId={posting.id} returned={returned} />}
      <Findings
        title={text.missing(blocking.length)}
        help={text.missingHelp}
        tone="wrong"
        messages={blocking}
      />
      <Record posting={posting} />
      <VisitNotice visit={visit} />
      <Findings title={common.confirm} help={text.warnings} tone="attention" messages={warnings} />
      {blocking.length > 0 ? (
        <ButtonRow>
          <ButtonLink to={blocking[0]?.href ?? paths.mypage.postingStep(posting.id, 1)} kind="primary">
            {text.toFirst}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={posting.version}
          submits={[
            posting.state === 'draft'
              ? { label: text.submit, intent: 'submit' }
              : { label: text.resend, intent: 'resend' },
          ]}
          cancel={{ to: paths.mypage.home(), label: postingText.receipt.toHome }}
        >
          {toConfirm.map((rule) => (
            <input key={rule} type="hidden" name="confirmed" value={rule} />
          ))}
          <Copied postingId={posting.id} content={posting.content} copied={copied} />
          <p>{text.note}</p>
        </FormFrame>
      )}
    </>
  );
}

/** Reasons about fields that are filled in; of the others the form itself says what is missing. */
const reasonsBesides = (errors: readonly FieldError[], { reasons }: Verdict): Verdict['reasons'] => {
  const wrong = new Set(errors.map(({ field }) => field));
  return reasons.filter(({ fields: named = [] }) => !named.some((name) => wrong.has(name)));
};

type FindingsProps = {
  title: string;
  help: string;
  tone: 'wrong' | 'attention';
  messages: readonly FieldMessage[];
};

/** Red or orange sentences, each a link into the step where its field stands. */
function Findings({ title, help, tone, messages }: FindingsProps) {
  if (messages.length === 0) return null;
  return (
    <section className={styles.findings} data-tone={tone}>
      <h2>{title}</h2>
      <p>{help}</p>
      <ul>
        {messages.map(({ field, message, href }) => (
          <li key={`${field} ${message}`}>{href === undefined ? message : <a href={href}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  );
}

/** What is still as it was in the posting it was copied from, and the one tick that it was looked at. */
function Copied({
  postingId,
  content,
  copied,
}: {
  postingId: string;
  content: FormValues;
  copied: readonly string[];
}) {
  if (copied.length === 0) return null;
  const { tickTitle, tickLead, tick } = postingText.copy;
  const place = placeInSteps(postingId);
  return (
    <fieldset className={styles.findings} data-tone="attention">
      <legend>{tickTitle}</legend>
      <p>{tickLead}</p>
      <ul>
        {fields
          .filter(({ name }) => copied.includes(name))
          .map((field) => (
            <li key={field.name}>
              <a href={place(field.name)}>{field.label}</a>：{formatValue(field, content[field.name] ?? null)}
            </li>
          ))}
      </ul>
      <label className={styles.tick}>
        <input type="checkbox" name="confirmed" value={COPY_CONFIRMED} /> {tick(copied.length)}
      </label>
    </fieldset>
  );
}

/** The eight steps to read: what was filled in or has to be, and in one line what was left blank. */
function Record({ posting: { id, content } }: Pick<ConfirmPageProps, 'posting'>) {
  return (
    <div className={styles.record}>
      {postingSteps.map((section, index) => (
        <section key={section.id} className={styles.part}>
          <StepRecord
            section={section}
            title={postingText.step.title(index + 1, section.title)}
            content={content}
          />
          <p>
            <ButtonLink to={paths.mypage.postingStep(id, index + 1)}>
              {postingText.confirm.edit(section.title)}
            </ButtonLink>
          </p>
        </section>
      ))}
    </div>
  );
}

function StepRecord({ section, title, content }: { section: Section; title: string; content: FormValues }) {
  const isBlank = ({ name }: Field) => (content[name] ?? null) === null;
  const shown = section.fields.filter((field) => isShown(field, content));
  const told = shown.filter((field) => !isBlank(field) || isRequired(field, content));
  const blank = shown.filter((field) => !told.includes(field)).map(({ label }) => label);
  return (
    <>
      <DefinitionTable caption={title} rows={recordRows({ ...section, fields: told }, content)} />
      {blank.length === 0 ? null : <p className={styles.blank}>{postingText.confirm.blank(blank)}</p>}
    </>
  );
}
