import { readChange } from './changeFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 受付 of a change request. */
export const mailChangeReceived = (tools: HandlerTools): Handler<'mail.changeReceived'> =>
  mailHandler(tools, {
    kind: 'mail.changeReceived',
    read: ({ requestId }) => readChange(tools, requestId, 'submitted'),
  });
