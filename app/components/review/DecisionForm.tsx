import type { ReactNode } from 'react';
import type { FormDefinition, TypedText } from '#app/forms/field.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { draftText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { actTargets, type Impossible } from './acts.ts';
import { DecisionAbout, type DecisionAboutProps } from './DecisionAbout.tsx';
import { DraftLink, DraftRestored, DraftSaver, draftIntents, type ShownDraft } from './Draft.tsx';
import { FormPage } from './FormPage.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type DecisionFormProps = DecisionAboutProps & {
  title: string;
  /** The form as this page shows it; it is read by the same catalogue. */
  form: FormDefinition;
  /** Texts to begin with, before anything was typed. */
  typed?: TypedText;
  answer: FormAnswer | undefined;
  idempotencyKey: string;
  version: number;
  submit: { label: string; danger?: boolean };
  happens: readonly string[];
  /** What is kept of this decision, where what is typed into it is kept. */
  draft?: ShownDraft | undefined;
  /** Between what the decision is about and the form. */
  before?: ReactNode;
  /** Inside the form, after its fields. */
  children?: ReactNode;
};

/** One decision, one page: what it is about, its small form, what follows, one button. */
export function DecisionForm(props: DecisionFormProps) {
  const { posting, establishment, submit, draft, before, children, typed, ...form } = props;
  const decides = [
    {
      label: submit.label,
      intent: 'decide',
      kind: submit.danger ? ('danger' as const) : ('primary' as const),
    },
  ];
  const saves = (act: ShownDraft['act']) => ({
    label: draftText.save,
    intent: draftIntents.save,
    action: paths.staff.reviewDraft(posting.id, act),
  });
  return (
    <FormPage
      {...form}
      trail={reviewTrail(posting)}
      about={
        <>
          {draft?.kept == null || form.answer !== undefined ? null : (
            <DraftRestored postingId={posting.id} act={draft.act} savedAt={draft.kept.savedAt} />
          )}
          <DecisionAbout posting={posting} establishment={establishment} />
          {before}
        </>
      }
      typed={draft?.kept?.typed ?? typed ?? {}}
      submits={draft === undefined ? decides : [...decides, saves(draft.act)]}
      cancel={{ to: paths.staff.review(posting.id), label: decisionText.back }}
    >
      {children}
      {draft === undefined ? null : <DraftSaver postingId={posting.id} act={draft.act} />}
    </FormPage>
  );
}

/** Above a decision: the queue and the posting it is about. */
export const reviewTrail = ({ id, jobTitle }: DecisionAboutProps['posting']) => [
  { to: paths.staff.reviews(), label: reviewText.trail },
  { to: paths.staff.review(id), label: jobTitle ?? reviewText.untitled },
];

export type NotPossibleProps = DecisionAboutProps & {
  title: string;
  why: string;
  /** What can be done instead: a page of its own. */
  instead: { to: string; label: string } | null;
  draft?: ShownDraft | undefined;
};

/** Where a decision is not possible (any more): which posting, why not, what is, and the way back. */
export function NotPossible({ title, why, instead, draft, ...about }: NotPossibleProps) {
  const { id } = about.posting;
  return (
    <>
      <PageTitle title={title} trail={reviewTrail(about.posting)} />
      <DecisionAbout {...about} />
      <p>{why}</p>
      {draft?.kept == null ? null : <DraftLink postingId={id} act={draft.act} savedAt={draft.kept.savedAt} />}
      <ButtonRow>
        {instead === null ? null : (
          <ButtonLink to={instead.to} kind="primary">
            {instead.label}
          </ButtonLink>
        )}
        <ButtonLink to={paths.staff.review(id)}>{decisionText.back}</ButtonLink>
      </ButtonRow>
    </>
  );
}

/** A decision as long as it is possible, else why it is not. */
export function Decision({
  title,
  impossible,
  about,
  draft,
  children,
}: {
  title: string;
  impossible: Impossible | null;
  about: DecisionAboutProps;
  draft?: ShownDraft | undefined;
  children: ReactNode;
}) {
  if (impossible === null) return children;
  const { why, instead } = impossible;
  const to =
    instead === null
      ? null
      : {
          to: actTargets[instead].to(about.posting.id),
          label: decisionText.instead(reviewText.acts[instead]),
        };
  return <NotPossible {...about} title={title} why={why} instead={to} draft={draft} />;
}
