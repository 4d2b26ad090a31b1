import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting, PostingContent } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import { judgeContent } from '../posting/judgement.ts';
import { contentRecordsOf, keepVerdict } from '../posting/support.ts';
import type { ProcedureContext } from '../procedure.ts';

/** Names of the fields whose values differ, in the order of the eight steps. */
export const changedFields = (before: PostingContent, after: PostingContent): string[] =>
  fieldsOf(postingForm)
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));

/** Judges the content as it is to be, and keeps the verdict with its facts. */
export async function judgeChangeAndKeep(
  context: ProcedureContext,
  request: Pick<ChangeRequest, 'id' | 'after'>,
  posting: Posting,
  occasion: string,
): Promise<Verdict> {
  const records = await contentRecordsOf(context, posting, request.after);
  const verdict = await judgeContent(context.rules, request.after, records, context.today);
  return keepVerdict(context, { type: 'change_request', id: request.id }, occasion, verdict);
}
