import type { QueueKind } from '#app/domain/queue.ts';
import { dayOfYear, shortDate } from '#app/text/format.ts';
import { queueText } from '#app/text/staff/queue.ts';
import { checkText, holdText } from '#app/text/staff/reviewDesk.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';

type Added = { reason: string; dueOn: string };

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
  return [
    ...(state === 'refusal_proposed' ? [queueText.refusal] : []),
    ...(sentAgain ? [queueText.sentAgain] : []),
    ...(kind === 'new' || kind === 'visit' || kind === 'check' ? [] : [queueText.why[kind]]),
  ];
}

export const rejudgedWord = ({ ruleSet, version, before, after }: Rejudged): string =>
  queueText.rejudged(version, outcomeWords(ruleSet, before), outcomeWords(ruleSet, after));

/** A check that staff added: of a posting with its day, as an item of its own without. */
export const addedWord = (kind: QueueKind, { reason, dueOn }: Added): string =>
  kind === 'check' ? reason : checkText.chip(reason, shortDate(dueOn));

/** 保留 with its day and its reason, on paper. */
export const holdWord = ({ until, reason }: { until: string; reason: string }): string =>
  `${holdText.label}（${holdText.until(dayOfYear(until))}：${reason}）`;
