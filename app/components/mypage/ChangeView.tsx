import type { ChangeKind, ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Differences } from '../change/Differences.tsx';
import type { StepDifferences } from '../change/differences.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Card.module.css';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';
import { targetBack, targetTrail } from './trails.ts';

export type ChangeViewProps = {
  request: ChangeRequest;
  /** null where the establishment itself is to be changed. */
  posting: Pick<Posting, 'id' | 'jobTitle' | 'number' | 'validUntil' | 'state'> | null;
  office: OfficeContact;
  /** What a change of content or of the establishment changes; none for the other kinds. */
  differences: readonly StepDifferences[];
};

const text = changesText.record;

/** Where each kind is asked for, and corrected after a return. */
const askedAt: { readonly [Kind in ChangeKind]: (at: { id: string; postingId: string }) => string } = {
  stop: ({ postingId }) => paths.mypage.postingStop(postingId),
  extension: ({ postingId }) => paths.mypage.postingExtension(postingId),
  content: ({ id }) => paths.mypage.changeConfirm(id),
  establishment: () => paths.mypage.establishmentChange(),
};

/** A change request of the employer: the receipt, where it stands, what the counter has answered. */
export function ChangeView({ request, posting, office, differences }: ChangeViewProps) {
  const { id, kind, state, stopOn, answer } = request;
  const editable = state === 'returned' || state === 'draft';
  const correct = editable ? askedAt[kind]({ id, postingId: posting?.id ?? '' }) : undefined;
  const back = targetBack(posting);
  const open = editable || state === 'submitted';
  const toCome = state === 'accepted' && posting?.state === 'valid' && stopOn !== null;
  return (
    <>
      <PageTitle title={text.title(changeKindWords[kind])} trail={targetTrail(posting)}>
        <StatusBadge mark={changeMarks[state]} />
      </PageTitle>
      {answer !== null && (state === 'returned' || state === 'rejected') ? (
        <section className={styles.card} data-tone={state === 'returned' ? 'attention' : 'wrong'}>
          <h2>{text.answers[state]}</h2>
          <blockquote className={styles.quote}>{answer}</blockquote>
        </section>
      ) : null}
      <p>{(posting === null ? { ...text.states, ...text.establishmentStates } : text.states)[state]}</p>
      {toCome ? <p>{text.stopsOn(stopOn)}</p> : null}
      <Summary request={request} posting={posting} />
      {kind === 'content' || kind === 'establishment' ? (
        <section className={styles.things}>
          <h2>{text.differences}</h2>
          <Differences steps={differences} />
        </section>
      ) : null}
      <section className={styles.card}>
        <h2>{postingText.receipt.askTitle}</h2>
        <OfficeAddress office={office} />
      </section>
      <div className="not-printed">
        <ButtonRow>
          {correct === undefined ? null : (
            <ButtonLink to={correct} kind="primary">
              {state === 'draft' ? text.continue : text.correct}
            </ButtonLink>
          )}
          {state === 'draft' || posting === null ? (
            <PrintButton />
          ) : (
            <ButtonLink to={paths.mypage.sheet('change', id)}>{sheetsText.links.change}</ButtonLink>
          )}
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
          {open ? (
            <ButtonLink to={paths.mypage.changeWithdraw(id)} kind="danger">
              {text.withdraw}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </div>
    </>
  );
}

/** The request as a table. */
export function Summary({ request, posting }: Pick<ChangeViewProps, 'request' | 'posting'>) {
  const { kind, state, stopOn, stopReason, createdAt, waitingSince, decidedAt } = request;
  return (
    <DefinitionTable
      caption={text.summary}
      rows={[
        { label: text.kind, value: changeKindWords[kind] },
        { label: text.state, value: <StatusBadge mark={changeMarks[state]} /> },
        state === 'draft'
          ? { label: text.begun, value: longInstant(createdAt) }
          : { label: text.asked, value: longInstant(waitingSince ?? createdAt) },
        ...(posting === null
          ? []
          : [
              { label: text.job, value: posting.jobTitle },
              { label: text.number, value: posting.number },
            ]),
        ...(stopOn === null ? [] : [{ label: text.stopOn, value: longDate(stopOn) }]),
        ...(stopReason === null ? [] : [{ label: text.stopReason, value: stopReason }]),
        ...(posting === null || posting.validUntil === null
          ? []
          : [{ label: text.validUntil, value: longDate(posting.validUntil) }]),
        ...(decidedAt === null ? [] : [{ label: text.decided, value: longInstant(decidedAt) }]),
      ]}
    />
  );
}
