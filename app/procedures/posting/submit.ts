import type { CalendarDate } from '#app/domain/calendar.ts';
import { type Posting, type PostingEvent, placeAfterVerdict } from '#app/domain/posting.ts';
import { COPY_CONFIRMED, stillAsCopied } from '#app/domain/postingCopy.ts';
import { done, type Outcome, refuse } from '#app/domain/refusal.ts';
import { judgeOwnAccess, refusalIn } from '../account/access.ts';
import { defineProcedure, type ProcedureContext } from '../procedure.ts';
import { confirmedRules, object, type ShownPosting, shownPosting } from '../schemas.ts';
import {
  contentRefusal,
  dueDateAfter,
  judgeContentAndKeep,
  judgeVisitAndKeep,
  keepVerdict,
  loadPosting,
  readContent,
  verdictDetail,
  withContent,
} from './support.ts';

export type SubmissionInput = ShownPosting & { confirmed: readonly string[] };
export type Submission = { postingId: string; state: Posting['state']; dueDate: CalendarDate | null };

export const submissionSchema = object({ ...shownPosting, confirmed: confirmedRules });

/**
 * 求人の申込み: the draft becomes a provisional registration. The verdict decides whether somebody comes to the
 * counter first, by when and why; otherwise it goes straight to review (leaflet 「求人者の申込み」).
 */
export const submitPosting = defineProcedure<SubmissionInput, Submission>({
  name: 'posting.submit',
  permission: 'posting.submit',
  input: submissionSchema,
  audit: 'posting.submitted',

  run: (context, input) => handIn(context, input, 'submit'),
});

/** Hands the whole content to the counter, the first time or again after a return. */
export async function handIn(
  context: ProcedureContext,
  input: SubmissionInput,
  event: Extract<PostingEvent, 'submit' | 'resend'>,
): Promise<Outcome<Submission>> {
  const { stores, today, now, record, enqueue } = context;
  const shown = await loadPosting(context, input, event);
  const access = await judgeOwnAccess(context);
  const closed = await refusalIn(context, access, 'posting-apply', shown.officeId);
  if (closed) return closed;
  await keepVerdict(context, { type: 'posting', id: shown.id }, event, access.verdict);
  const { values, errors } = readContent(shown.content);
  if (errors.length > 0) return refuse('fields-wrong', { fields: errors });
  const posting = withContent(shown, values);

  if (await copyUnconfirmed(context, posting, event, input.confirmed)) return refuse('copy-unconfirmed');
  const content = await judgeContentAndKeep(context, posting, event);
  const refusal = contentRefusal(content, input.confirmed);
  if (refusal) return refusal;

  const visit = await judgeVisitAndKeep(context, posting, event);
  const handedIn: Posting = {
    ...posting,
    state: placeAfterVerdict(visit.outcome === 'visit-required', posting.visitedOn),
    appliedOn: posting.appliedOn ?? today,
    waitingSince: now,
    dueDate: dueDateAfter(posting, visit),
    updatedAt: now,
  };
  await stores.postings.update(handedIn);
  await stores.postings.answerReturns(posting.id, now);
  record({
    subject: { type: 'posting', id: posting.id },
    detail: {
      from: posting.state,
      to: handedIn.state,
      verdict: verdictDetail(visit),
      content: verdictDetail(content),
      confirmed: input.confirmed,
    },
  });
  enqueue({
    kind: 'mail.postingReceived',
    payload: { postingId: posting.id },
    dedupe: `postingReceived:${posting.id}:${posting.version}`,
  });
  return done({ postingId: posting.id, state: handedIn.state, dueDate: handedIn.dueDate });
}

/** Something is still as it was in the posting it was copied from, and nobody has said that they looked at it. */
async function copyUnconfirmed(
  { stores }: Pick<ProcedureContext, 'stores'>,
  { id, content }: Pick<Posting, 'id' | 'content'>,
  event: PostingEvent,
  confirmed: readonly string[],
): Promise<boolean> {
  if (event !== 'submit' || confirmed.includes(COPY_CONFIRMED)) return false;
  const copy = await stores.postingCopies.find(id);
  return copy !== undefined && stillAsCopied(copy, content).length > 0;
}
