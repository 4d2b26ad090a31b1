import type { ReferralFacts } from '../mail/templates/referralFacts.ts';
import type { HandlerTools } from './handler.ts';
import { readMypage } from './mypageFacts.ts';

/** A referral as its mails speak of it; no mail is sent once a result is registered or it is cancelled. */
export async function readReferral(
  tools: Pick<HandlerTools, 'stores' | 'links'>,
  referralId: string,
): Promise<{ to: string; facts: ReferralFacts } | { reason: string }> {
  const { stores } = tools;
  const everything = { kind: 'all' } as const;
  const referral = await stores.referrals.find(everything, referralId);
  if (referral?.state !== 'referred') return { reason: 'referral-settled' };
  const posting = await stores.postings.find(everything, referral.postingId);
  if (!posting) return { reason: 'posting-gone' };
  const read = await readMypage(tools, referral.establishmentId);
  if ('reason' in read) return read;
  const { number, referredOn } = referral;
  return {
    to: read.to,
    facts: { ...read.facts, number, referredOn, jobTitle: posting.jobTitle, postingNumber: posting.number },
  };
}
