import { defineProcedure } from '../procedure.ts';
import { type Answer, answerRequest, answerSchema } from './answer.ts';

/** 不承認 of a request: the posting stays as it is, and the employer reads why. */
export const rejectRequest = defineProcedure<Answer, null>({
  name: 'changeRequest.reject',
  permission: 'changeRequest.decide',
  input: answerSchema,
  audit: 'changeRequest.rejected',

  run: (context, input) =>
    answerRequest(context, input, { event: 'reject', state: 'rejected', mail: 'mail.changeRejected' }),
});
