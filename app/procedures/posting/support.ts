import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ContentRecords } from '#app/domain/contentRecords.ts';
import { canHappen, type Posting, type PostingEvent } from '#app/domain/posting.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { type FieldValue, type FormValues, fieldsOf } from '#app/forms/field.ts';
import { postingContract, postingForm, postingKinds } from '#app/forms/posting.ts';
import { readForm, typedTextOf } from '#app/forms/read.ts';
import type { StoredVerdict } from '#db/stores/verdicts.ts';
import { forEmployer } from '#rules/explainToEmployer.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { judgeContent, judgeVisit, type VisitRecords } from './judgement.ts';

/** The posting as the actor may see it, still at the version that was shown. */
export async function loadPosting(
  context: Pick<ProcedureContext, 'stores' | 'scope'>,
  shown: { postingId: string; version: number },
  event: PostingEvent,
): Promise<Posting> {
  const posting = notFoundUnless(await context.stores.postings.find(context.scope, shown.postingId));
  if (posting.version !== shown.version || !canHappen(event, posting.state))
    throw new Conflict({ type: 'posting', id: posting.id });
  return posting;
}

/** A decision ends what stood around the posting: its review, its 保留, and what this person had typed for it. */
export async function endReview(
  { actor, stores }: Pick<ProcedureContext, 'actor' | 'stores'>,
  postingId: string,
): Promise<void> {
  await stores.reviewClaims.end(postingId);
  await stores.reviewHolds.end(postingId);
  await stores.decisionDrafts.removeOf(actorId(actor), postingId);
}

export async function visitRecordsOf(
  { stores }: Pick<ProcedureContext, 'stores'>,
  posting: Pick<Posting, 'id' | 'establishmentId' | 'officeId' | 'accountId'>,
): Promise<VisitRecords> {
  const account = posting.accountId === null ? undefined : await stores.accounts.find(posting.accountId);
  return {
    history: await stores.postings.history(posting.establishmentId, posting.id),
    openedBy: account?.openedBy ?? 'none',
    officeDays: await stores.offices.daysOf(posting.officeId),
  };
}

/** @param content the posting as it is to be judged, which may not be saved yet. */
export async function contentRecordsOf(
  { stores }: Pick<ProcedureContext, 'stores'>,
  posting: Pick<Posting, 'id' | 'establishmentId'>,
  content: FormValues,
): Promise<ContentRecords> {
  return {
    minimumWages: await stores.minimumWages.ofPrefecture(String(content.workplace_prefecture ?? '')),
    others: await stores.postings.liveOthers(posting.establishmentId, posting.id),
    refusalPeriods: await stores.refusalPeriods.of(posting.establishmentId),
    restricted: (await stores.restrictions.openOf(posting.establishmentId)) !== undefined,
    openComplaints: await stores.mismatchComplaints.countOpen(posting.establishmentId),
  };
}

/** Judges whether a visit is needed and keeps the verdict with its facts. */
export async function judgeVisitAndKeep(
  context: ProcedureContext,
  posting: Posting,
  occasion: string,
): Promise<Verdict> {
  const verdict = await judgeVisit(
    context.rules,
    posting,
    await visitRecordsOf(context, posting),
    context.today,
  );
  return keepVerdict(context, { type: 'posting', id: posting.id }, occasion, verdict);
}

/** Judges the content and keeps the verdict with its facts. */
export async function judgeContentAndKeep(
  context: ProcedureContext,
  posting: Posting,
  occasion: string,
): Promise<Verdict> {
  const records = await contentRecordsOf(context, posting, posting.content);
  const judgement = await judgeContent(context.rules, posting.content, records, context.today);
  return keepVerdict(context, { type: 'posting', id: posting.id }, occasion, judgement);
}

/** Keeps a verdict with its facts, under what it was given on. */
export async function keepVerdict(
  context: ProcedureContext,
  subject: StoredVerdict['subject'],
  occasion: string,
  verdict: Verdict,
): Promise<Verdict> {
  await context.stores.verdicts.insert({
    id: context.newId(),
    subject,
    occasion,
    verdict,
    decidedAt: context.now,
  });
  return verdict;
}

/** What an audit row says of a verdict. */
export const verdictDetail = (verdict: Verdict) => ({
  ruleSet: verdict.ruleSet,
  version: verdict.version,
  hash: verdict.hash,
  outcome: verdict.outcome,
  reasons: verdict.reasons.map((reason) => reason.rule),
  ...(verdict.dueDate ? { dueDate: verdict.dueDate } : {}),
});

/**
 * What stands in the way of an employer handing in the content as it is: red reasons always, orange ones until their
 * rule ids are among `confirmed` (the employer pressed 次へ again). What rests on the counter's own records is refused
 * without its reason, and orange only for the counter.
 */
export function contentRefusal(verdict: Verdict, confirmed: readonly string[]): Refusal | null {
  const told = forEmployer(verdict);
  const errors = told.reasons.filter((reason) => reason.severity === 'error');
  if (errors.length > 0) return refuse('content-blocked', { verdict: { ...told, reasons: errors } });
  if (verdict.reasons.some((reason) => reason.severity === 'error')) return refuse('content-ask-office');
  const open = told.reasons.filter((reason) => !confirmed.includes(reason.rule));
  return open.length > 0 ? refuse('content-to-confirm', { verdict: { ...told, reasons: open } }) : null;
}

/** Saved content read again as the whole form: typed values, and what is still missing or wrong. */
export const readContent = (content: FormValues) =>
  readForm(postingForm, typedTextOf(fieldsOf(postingForm), content));

const text = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' && value ? value : null;

/** The content together with what lists and rules need of it. */
export const withContent = (posting: Posting, content: FormValues): Posting => ({
  ...posting,
  content,
  kinds: postingKinds(content),
  contract: postingContract(content),
  jobTitle: text(content.job_title),
});

/** 来庁期限 of a posting whose verdict asks for a visit; the earlier one stays where there was one already. */
export const dueDateAfter = (posting: Posting, verdict: Verdict): CalendarDate | null =>
  posting.visitedOn === null && verdict.outcome === 'visit-required'
    ? (posting.dueDate ?? verdict.dueDate ?? null)
    : null;
