import { defineProcedure } from '../procedure.ts';
import { handIn, type Submission, type SubmissionInput, submissionSchema } from './submit.ts';

/**
 * 修正して再送: a returned posting goes back to the counter. It is judged again as it now stands; a visit already
 * made is not asked for twice, and a due date already told stays.
 */
export const resendPosting = defineProcedure<SubmissionInput, Submission>({
  name: 'posting.resend',
  permission: 'posting.resend',
  input: submissionSchema,
  audit: 'posting.resent',

  run: (context, input) => handIn(context, input, 'resend'),
});
