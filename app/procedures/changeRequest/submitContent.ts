import { done, refuse } from '#app/domain/refusal.ts';
import { changedFields } from '#app/forms/changed.ts';
import { postingForm } from '#app/forms/posting.ts';
import { refuseIfClosed } from '../account/access.ts';
import { contentRefusal, readContent, verdictDetail } from '../posting/support.ts';
import { defineProcedure } from '../procedure.ts';
import { confirmedRules, object } from '../schemas.ts';
import { judgeChangeAndKeep } from './content.ts';
import { loadRequest, type ShownRequest, shownRequest, validTarget } from './support.ts';

type Input = ShownRequest & { confirmed: readonly string[] };

/** 求人内容の変更の申込み: the copy is handed in, judged as it is to be, and waits for the counter. */
export const submitContentChange = defineProcedure<Input, { requestId: string }>({
  name: 'changeRequest.submitContent',
  permission: 'changeRequest.ask',
  input: object({ ...shownRequest, confirmed: confirmedRules }),
  audit: 'changeRequest.asked',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const request = await loadRequest(context, input, 'submit');
    const posting = await validTarget(context, request.postingId);
    const closed = await refuseIfClosed(context, 'posting-change', request.officeId);
    if (closed) return closed;
    const { values, errors } = readContent(request.after);
    if (errors.length > 0) return refuse('fields-wrong', { fields: errors });
    const fields = changedFields(postingForm, posting.content, values);
    if (fields.length === 0) return refuse('change-nothing');
    const verdict = await judgeChangeAndKeep(context, { ...request, after: values }, posting, 'submit');
    const refusal = contentRefusal(verdict, input.confirmed);
    if (refusal) return refusal;
    await stores.changeRequests.update({
      ...request,
      before: posting.content,
      after: values,
      state: 'submitted',
      answer: null,
      decidedAt: null,
      waitingSince: now,
    });
    record({
      subject: { type: 'change_request', id: request.id },
      detail: {
        kind: request.kind,
        postingId: posting.id,
        from: request.state,
        fields,
        content: verdictDetail(verdict),
        confirmed: input.confirmed,
      },
    });
    enqueue({
      kind: 'mail.changeReceived',
      payload: { requestId: request.id },
      dedupe: `changeReceived:${request.id}:${request.version}`,
    });
    return done({ requestId: request.id });
  },
});
