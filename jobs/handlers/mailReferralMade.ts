import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readReferral } from './referralFacts.ts';

/** 紹介 that the employer could not be phoned about. */
export const mailReferralMade = (tools: HandlerTools): Handler<'mail.referralMade'> =>
  mailHandler(tools, {
    kind: 'mail.referralMade',
    read: ({ referralId }) => readReferral(tools, referralId),
  });
