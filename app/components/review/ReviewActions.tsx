import { reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { actsOf, actTargets, type ReviewSituation } from './acts.ts';

/** The decision bar of a posting: each possible act leads to its own page; for the others it says why not. */
export function ReviewActions({
  id,
  situation,
  next,
}: {
  id: string;
  situation: ReviewSituation;
  /** Another posting that waits, or null. */
  next: string | null;
}) {
  const { acts, notes } = actsOf(situation);
  return (
    <DecisionBar
      label={reviewText.bar}
      note={notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)}
    >
      {acts.map((act) => (
        <ButtonLink key={act} to={actTargets[act].to(id)} kind={actTargets[act].kind}>
          {reviewText.acts[act]}
        </ButtonLink>
      ))}
      {next === null ? null : (
        <ButtonLink to={paths.staff.review(next)} kind="quiet">
          {reviewText.next}
        </ButtonLink>
      )}
    </DecisionBar>
  );
}
