import { readChange } from './changeFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 受理 of a change request. */
export const mailChangeAccepted = (tools: HandlerTools): Handler<'mail.changeAccepted'> =>
  mailHandler(tools, {
    kind: 'mail.changeAccepted',
    read: ({ requestId }) => readChange(tools, requestId, 'accepted'),
  });
