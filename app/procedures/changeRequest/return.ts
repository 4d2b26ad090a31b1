import { defineProcedure } from '../procedure.ts';
import { type Answer, answerRequest, answerSchema } from './answer.ts';

/** 差戻し of a request: the employer reads what to correct and sends it again, or withdraws it. */
export const returnRequest = defineProcedure<Answer, null>({
  name: 'changeRequest.return',
  permission: 'changeRequest.decide',
  input: answerSchema,
  audit: 'changeRequest.returned',

  run: (context, input) =>
    answerRequest(context, input, { event: 'return', state: 'returned', mail: 'mail.changeReturned' }),
});
