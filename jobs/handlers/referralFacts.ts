import type { Referral } from '#app/domain/referral.ts';
import type { ReferralFacts } from '../mail/templates/referralFacts.ts';
import type { HandlerTools } from './handler.ts';
import { readMypage } from './mypageFacts.ts';

/** A referral as its mails speak of it; no mail is sent once a result is registered or it is cancelled. */
export async function readReferral(
  tools: Pick<HandlerTools, 'stores' | 'links'>,
  referralId: string,
): Promise<{ to: string; facts: ReferralFacts } | { reason: string }> {
  const referral = await tools.stores.referrals.find({ kind: 'all' }, referralId);
  return referral?.state === 'referred' ? factsOfReferral(tools, referral) : { reason: 'referral-settled' };
}

/** The same of a referral whatever came of it. */
export async function factsOfReferral(
  tools: Pick<HandlerTools, 'stores' | 'links'>,
  referral: Referral,
): Promise<{ to: string; facts: ReferralFacts } | { reason: string }> {
  const posting = await tools.stores.postings.find({ kind: 'all' }, referral.postingId);
  if (!posting) return { reason: 'posting-gone' };
  const read = await readMypage(tools, referral.establishmentId);
  if ('reason' in read) return read;
  const { number, referredOn } = referral;
  return {
    to: read.to,
    facts: { ...read.facts, number, referredOn, jobTitle: posting.jobTitle, postingNumber: posting.number },
  };
}
