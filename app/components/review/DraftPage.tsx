import { type DraftedAct, draftKeptDays } from '#app/domain/decisionDraft.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { draftedForms } from '#app/forms/reviewDesk.ts';
import { longInstant } from '#app/text/format.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { draftText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { actTargets } from './acts.ts';
import { DecisionAbout, type DecisionAboutProps } from './DecisionAbout.tsx';
import { reviewTrail } from './DecisionForm.tsx';
import { DiscardDraft, type ShownDraft } from './Draft.tsx';
import styles from './Review.module.css';

export type DraftPageProps = DecisionAboutProps & {
  draft: ShownDraft;
  /** Whether the decision can still be made. */
  possible: boolean;
};

/** 判断の下書き to read: what somebody had typed when the posting moved, or when they went away. */
export function DraftPage({ posting, establishment, draft: { act, kept }, possible }: DraftPageProps) {
  return (
    <>
      <PageTitle title={draftText.title(act)} trail={reviewTrail(posting)} />
      <DecisionAbout posting={posting} establishment={establishment} />
      {kept === null ? (
        <p>{draftText.none}</p>
      ) : (
        <>
          <p>{draftText.lead(longInstant(kept.savedAt), draftKeptDays)}</p>
          <DefinitionTable caption={draftText.caption} rows={rowsOf(act, kept.typed)} />
        </>
      )}
      <ButtonRow>
        {kept !== null && possible ? (
          <ButtonLink to={actTargets[act].to(posting.id)} kind="primary">
            {draftText.goOn}
          </ButtonLink>
        ) : null}
        <ButtonLink to={paths.staff.review(posting.id)}>{decisionText.back}</ButtonLink>
      </ButtonRow>
      {kept === null ? null : <DiscardDraft postingId={posting.id} act={act} />}
    </>
  );
}

/** The fields with something in them, choices by their words. */
const rowsOf = (act: DraftedAct, typed: TypedText) =>
  fieldsOf(draftedForms[act]).flatMap(({ name, label, choices }) => {
    const texts = [typed[name] ?? []].flat().filter((text) => text.trim() !== '');
    const words = texts.map((text) => choices?.find(({ value }) => value === text)?.label ?? text);
    return words.length === 0
      ? []
      : [{ id: name, label, value: <span className={styles.words}>{words.join('\n')}</span> }];
  });
