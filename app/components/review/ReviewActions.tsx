import { keyTable } from '#app/text/staff/keys.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { useNavigate } from '#app/web/remix.ts';
import { inTab, useTab } from '../queue/itemPath.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { type Act, actsOf, actTargets, type ReviewSituation } from './acts.ts';

const shortcuts: { readonly [One in Act]?: string } = {
  accept: keyTable.review.keys.accept[0],
  return: keyTable.review.keys.return[0],
  hold: keyTable.review.keys.hold[0],
};

/** The decision bar of a posting: each possible act leads to its own page; for the others it says why not. */
export function ReviewActions({
  id,
  situation,
  next,
}: {
  id: string;
  situation: ReviewSituation;
  /** Where the next item that waits is decided, or null. */
  next: string | null;
}) {
  const { acts, notes } = actsOf(situation);
  const navigate = useNavigate();
  const tab = useTab();
  const pageOf = (act: Act) => inTab(actTargets[act].to(id), tab);
  const opens = (act: 'accept' | 'return' | 'hold') =>
    acts.includes(act) ? () => void navigate(pageOf(act)) : undefined;
  useCommands(
    commandsOf('review', {
      accept: opens('accept'),
      return: opens('return'),
      hold: opens('hold'),
      next: next === null ? undefined : () => void navigate(next),
    }),
  );
  return (
    <DecisionBar
      label={reviewText.bar}
      note={notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)}
    >
      {acts.map((act) => (
        <ButtonLink key={act} to={pageOf(act)} kind={actTargets[act].kind} shortcut={shortcuts[act]}>
          {reviewText.acts[act]}
        </ButtonLink>
      ))}
      {next === null ? null : (
        <ButtonLink to={next} kind="quiet" shortcut={keyTable.review.keys.next[0]}>
          {reviewText.next}
        </ButtonLink>
      )}
    </DecisionBar>
  );
}
