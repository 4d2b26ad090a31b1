import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readReferral } from './referralFacts.ts';

/** 選考結果未入力通知; not sent once the result is there. */
export const mailMissingResult = (tools: HandlerTools): Handler<'mail.missingResult'> =>
  mailHandler(tools, {
    kind: 'mail.missingResult',
    read: ({ referralId }) => readReferral(tools, referralId),
  });
