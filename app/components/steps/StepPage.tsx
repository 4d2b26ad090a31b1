import { AddressFieldSet } from '#app/components/address/AddressFieldSet.tsx';
import type { AddressSearch } from '#app/components/address/candidate.ts';
import { DefaultSubmit } from '#app/components/address/DefaultSubmit.tsx';
import { LeftOutList } from '#app/components/mypage/LeftOutList.tsx';
import { errorMessages, reasonMessages } from '#app/components/mypage/messages.ts';
import { closedBy, refusalSentence } from '#app/components/mypage/refusal.ts';
import { postingTrail } from '#app/components/mypage/trails.ts';
import type { FormAnswer } from '#app/components/review/formAnswer.ts';
import { DefinitionTable, recordRows } from '#app/components/ui/DefinitionTable.tsx';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import type { FieldMessage } from '#app/components/ui/fieldMessages.ts';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { type PostingCopy, stillAsCopied } from '#app/domain/postingCopy.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { type Conversion, fieldsOf, type Section, type TypedText } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ConvertedNotice } from './ConvertedNotice.tsx';
import { PostingIndicator } from './PostingIndicator.tsx';
import { ReturnNotice, type ReturnWords } from './ReturnNotice.tsx';
import styles from './StepPage.module.css';
import { stepOfField, workplaceAddress } from './stepFields.ts';
import { VisitLine, VisitNotice } from './VisitNotice.tsx';
import type { VisitView } from './visit.ts';

export type StepPageProps = {
  posting: Pick<Posting, 'id' | 'state' | 'version' | 'stepsDone' | 'jobTitle' | 'content'>;
  step: number;
  section: Section;
  establishment: Pick<Establishment, 'details'>;
  typed: TypedText;
  visit: VisitView;
  returned: ReturnWords | null;
  /** Where it was copied from another posting: what may still be as it was there. */
  copy: Pick<PostingCopy, 'carried' | 'leftOut'> | null;
  idempotencyKey: string;
  answer?: FormAnswer | undefined;
  conversions?: readonly Conversion[];
  addressSearch?: AddressSearch | null;
};

/** One of the eight screens of the application: one step, one post. */
export function StepPage(props: StepPageProps) {
  const { posting, step, section, visit, returned, copy, answer, idempotencyKey } = props;
  const copied = copiedFields(section, posting, copy);
  const reasons = answer?.refusal?.verdict?.reasons ?? [];
  const messages = [
    ...errorMessages(section.fields, answer?.errors ?? []),
    ...reasonMessages(section.fields, reasons),
  ];
  const toConfirm = reasons.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
  const intents = { next: 'next', save: 'save', back: 'back' };
  return (
    <>
      <PostingIndicator posting={posting} current={step} />
      <PageTitle
        title={postingText.step.title(step, section.title)}
        trail={postingTrail(posting)}
        over={postingText.over}
        hasErrors={answer?.refusal?.code === 'content-to-confirm' ? 'confirm' : answer !== undefined}
      />
      <ErrorSummary
        messages={messages}
        refusal={
          messages.length === 0 || closedBy(answer, null) !== null ? refusalSentence(answer) : undefined
        }
      />
      <ConvertedNotice content={posting.content} />
      <VisitLine visit={visit} />
      {copy !== null && step === 1 && posting.state === 'draft' ? (
        <LeftOutList leftOut={copy.leftOut} />
      ) : null}
      {copied.length === 0 ? null : <p>{postingText.copy.onStep(copied.length)}</p>}
      {returned === null ? null : <ReturnNotice postingId={posting.id} returned={returned} />}
      {step === 2 ? <EstablishmentRecord establishment={props.establishment} /> : null}
      <FormFrame
        idempotencyKey={idempotencyKey}
        action={paths.mypage.postingStep(posting.id, step)}
        version={posting.version}
        submits={[
          { label: common.next, intent: intents.next },
          { label: common.save, intent: intents.save },
          ...(step === 1 ? [] : [{ label: common.back, intent: intents.back }]),
        ]}
      >
        <DefaultSubmit intent={intents.next} />
        {toConfirm.map((rule) => (
          <input key={rule} type="hidden" name="confirmed" value={rule} />
        ))}
        <StepFields {...props} messages={[...messages, ...copied.map(copiedMark)]} />
      </FormFrame>
      <VisitNotice visit={visit} />
      {posting.state === 'draft' ? (
        <p className={styles.discard}>
          <Link to={paths.mypage.postingDiscard(posting.id)}>{postingText.step.discard}</Link>
        </p>
      ) : null}
    </>
  );
}

/** Fields of the step that still say what was carried over from an earlier posting. */
const copiedFields = (
  section: Section,
  { state, content }: StepPageProps['posting'],
  copy: StepPageProps['copy'],
): readonly string[] => {
  if (copy === null || state !== 'draft') return [];
  const unchanged = stillAsCopied(copy, content);
  return section.fields.map(({ name }) => name).filter((name) => unchanged.includes(name));
};

const copiedMark = (field: string): FieldMessage => ({
  field,
  message: postingText.copy.mark,
  severity: 'warning',
});

type StepFieldsProps = StepPageProps & { messages: ReturnType<typeof errorMessages> };

/** The fields of the step; where an address is among them, it can be looked up. */
function StepFields({ section, typed, posting, messages, conversions, addressSearch }: StepFieldsProps) {
  const shared = {
    section,
    typed,
    messages,
    conversions,
    known: posting.content,
    fields: fieldsOf(postingForm),
    titleHidden: true,
  };
  return stepOfField(workplaceAddress.postal) === Number(section.id) ? (
    <AddressFieldSet {...shared} address={workplaceAddress} answer={addressSearch} />
  ) : (
    <FieldSet {...shared} />
  );
}

/** Step 2 shows what is registered; every posting of the establishment carries it. */
function EstablishmentRecord({ establishment }: Pick<StepPageProps, 'establishment'>) {
  return (
    <section className={styles.record} aria-label={postingText.step.establishmentTitle}>
      {provisionalEstablishmentForm.sections.map((section) => (
        <DefinitionTable
          key={section.id}
          caption={section.title}
          rows={recordRows(section, establishment.details, { filledOnly: true })}
        />
      ))}
    </section>
  );
}
