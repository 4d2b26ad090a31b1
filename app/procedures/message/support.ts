import { addDays, type CalendarDate, lastDayOfPeriod } from '#app/domain/calendar.ts';
import { type Message, type MessageSide, threadObstacle } from '#app/domain/message.ts';
import type { Referral } from '#app/domain/referral.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { messageForm } from '#app/forms/message.ts';
import { schemaOf } from '#app/forms/schema.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** What either side writes, and in which thread. */
export const messageValues = schemaOf(messageForm);
export const messageInput = object({ referralId: recordId, values: messageValues });
export type MessageInput = { referralId: string; values: { text: string } };

/** The referral of the thread, within the actor's reach. */
export const loadThread = async (
  { scope, stores }: Pick<ProcedureContext, 'scope' | 'stores'>,
  referralId: string,
): Promise<Referral> => notFoundUnless(await stores.referrals.find(scope, referralId));

/** The refusal of a thread that is read-only today. */
export async function refusalIfClosed(
  { stores, today }: Pick<ProcedureContext, 'stores' | 'today'>,
  referral: Referral,
): Promise<Refusal | null> {
  // Who may see the referral sees its two sides, whichever office they belong to.
  const everything = { kind: 'all' } as const;
  const posting = notFoundUnless(await stores.postings.find(everything, referral.postingId));
  const seeker = notFoundUnless(await stores.jobSeekers.find(everything, referral.seekerId));
  const obstacle = threadObstacle(referral, posting, seeker, today);
  return obstacle && refuse(obstacle);
}

/** Adds a message to a thread. What it says goes into no record of the audit: there it would outlive the message. */
export async function addMessage(
  { stores, now, today, newId, record }: ProcedureContext,
  referral: Referral,
  from: MessageSide,
  text: string,
): Promise<Omit<Message, 'seq'>> {
  const message = {
    id: newId(),
    referralId: referral.id,
    from,
    text,
    sentAt: now,
    sentOn: today,
    readAt: null,
  };
  await stores.messages.insert(message);
  record({
    subject: { type: 'referral', id: referral.id },
    detail: { number: referral.number, messageId: message.id },
  });
  return message;
}

/** The first day on which the rule erases a message (leaflet: 「メッセージは送受信後1年経過すると自動消去されます」). */
export const messageErasureDay = (
  rules: Pick<RuleCatalogue, 'parameter'>,
  sentOn: CalendarDate,
  asOf: CalendarDate,
): CalendarDate => {
  const count = Number(rules.parameter('retention/message', 'keepYears', asOf));
  return addDays(lastDayOfPeriod(sentOn, { count, unit: 'years' }), 1);
};
