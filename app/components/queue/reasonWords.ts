import type { QueueKind } from '#app/domain/queue.ts';
import { queueText } from '#app/text/staff/queue.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';

/** What a new version of a rule set says otherwise. */
type Rejudged = { ruleSet: string; version: string; before: string; after: string };

/** Reasons why an item is in the queue that no rule has given. */
export function plainReasons({
  kind,
  state,
  sentAgain,
}: {
  kind: QueueKind;
  state: string;
  sentAgain: boolean;
}): string[] {
  const posting = kind === 'new' || kind === 'visit';
  return [
    ...(state === 'refusal_proposed' ? [queueText.refusal] : []),
    ...(sentAgain ? [queueText.sentAgain] : []),
    ...(posting ? [] : [queueText.why[kind]]),
  ];
}

export const rejudgedWord = ({ ruleSet, version, before, after }: Rejudged): string =>
  queueText.rejudged(version, outcomeWords(ruleSet, before), outcomeWords(ruleSet, after));
