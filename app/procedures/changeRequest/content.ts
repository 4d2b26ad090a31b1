import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { judgeContent } from '../posting/judgement.ts';
import { contentRecordsOf, keepVerdict } from '../posting/support.ts';
import type { ProcedureContext } from '../procedure.ts';

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
