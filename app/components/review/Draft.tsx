import { useEffect, useRef, useState } from 'react';
import { type DecisionDraft, type DraftedAct, draftSaveSeconds } from '#app/domain/decisionDraft.ts';
import { shortInstant, timeOfInstant } from '#app/text/format.ts';
import { draftText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { SubmitButton } from '../ui/Buttons.tsx';

/** What is kept of a decision that somebody is at; `kept` is null where nothing is. */
export type ShownDraft = { act: DraftedAct; kept: Pick<DecisionDraft, 'typed' | 'savedAt'> | null };

/** What the page of a draft is asked, posted as `_intent`. */
export const draftIntents = { save: 'save-draft', discard: 'discard' } as const;

/** What the server answers to an automatic save. */
export type Autosaved = { savedAt: string } | { savedAt: null };

type About = { postingId: string; act: DraftedAct; savedAt: string };

/** Above a form that was filled in from a draft. */
export function DraftRestored({ postingId, act, savedAt }: About) {
  return (
    <Banner kind="info" title={draftText.restored(shortInstant(savedAt))}>
      <DiscardDraft postingId={postingId} act={act} />
    </Banner>
  );
}

/** Throws a draft away; the page of its decision opens as if nothing had been typed. */
export function DiscardDraft({ postingId, act }: Omit<About, 'savedAt'>) {
  return (
    <Form method="post" action={paths.staff.reviewDraft(postingId, act)}>
      <SubmitButton kind="secondary" name="_intent" value={draftIntents.discard}>
        {draftText.discard}
      </SubmitButton>
    </Form>
  );
}

/** Where a draft can be read that its decision has no use for at this moment. */
export function DraftLink({ postingId, act, savedAt }: About) {
  return (
    <p>
      {draftText.yoursAbout(act, shortInstant(savedAt))}{' '}
      <Link to={paths.staff.reviewDraft(postingId, act)}>{draftText.read}</Link>
    </p>
  );
}

/** The text fields and ticks of a form, as one text to compare. */
const typedIn = (form: HTMLFormElement): URLSearchParams => {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
  return typed;
};

async function sent(url: string, body: URLSearchParams): Promise<Autosaved | null> {
  try {
    const answer = await fetch(url, { method: 'POST', body });
    return answer.ok && !answer.redirected ? ((await answer.json()) as Autosaved) : null;
  } catch {
    // The line is down for a moment, or the session has ended: the next save comes soon.
    return null;
  }
}

/** Inside the form of a decision: keeps what has changed every few seconds, and says so. */
export function DraftSaver({ postingId, act }: Omit<About, 'savedAt'>) {
  const status = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    const url = paths.staff.reviewDraftAutosave(postingId, act);
    let kept = typedIn(form).toString();
    const timer = setInterval(async () => {
      const typed = typedIn(form);
      if (typed.toString() === kept) return;
      const answer = await sent(url, typed);
      if (answer === null) return;
      kept = typed.toString();
      setSaid(answer.savedAt === null ? draftText.moved : draftText.autosaved(timeOfInstant(answer.savedAt)));
    }, draftSaveSeconds * 1000);
    return () => clearInterval(timer);
  }, [postingId, act]);
  return (
    <p ref={status} role="status">
      {said}
    </p>
  );
}
