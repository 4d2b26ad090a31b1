import { readChange } from './changeFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 不承認 of a change request. */
export const mailChangeRejected = (tools: HandlerTools): Handler<'mail.changeRejected'> =>
  mailHandler(tools, {
    kind: 'mail.changeRejected',
    read: ({ requestId }) => readChange(tools, requestId, 'rejected'),
  });
