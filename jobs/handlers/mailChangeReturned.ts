import { readChange } from './changeFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 差戻し of a change request: not sent once the employer has answered it. */
export const mailChangeReturned = (tools: HandlerTools): Handler<'mail.changeReturned'> =>
  mailHandler(tools, {
    kind: 'mail.changeReturned',
    read: ({ requestId }) => readChange(tools, requestId, 'returned'),
  });
