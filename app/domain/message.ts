import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';
import type { JobSeeker } from './jobSeeker.ts';
import type { Posting } from './posting.ts';
import { type Referral, referralObstacle } from './referral.ts';

/** The two who write to each other (leaflet: 「メッセージ機能(…求職者(応募者)とのやりとり)」). */
export const messageSides = ['employer', 'seeker'] as const;
export type MessageSide = (typeof messageSides)[number];

/** One message of the thread of a referral. Its text is in this record and nowhere else, so that it can be erased. */
export type Message = {
  id: string;
  /** Counts all messages up in the order of their commits: what has a higher one came later. */
  seq: number;
  referralId: string;
  from: MessageSide;
  /** At most 2,000 characters (app/forms/message.ts). */
  text: string;
  sentAt: Instant;
  /** Of `sentAt` in Japan; the day the erasure counts from. */
  sentOn: CalendarDate;
  /** When the other side said that it had read it. */
  readAt: Instant | null;
};

export const otherSide = (side: MessageSide): MessageSide => (side === 'employer' ? 'seeker' : 'employer');

/** Why nothing can be written in a thread; codes of app/text/refusals. */
export type ThreadObstacle = 'message-cancelled' | 'message-no-mypage' | 'message-posting-invalid';

/**
 * What makes a thread read-only on a day, or null while it is open (leaflet: 「相手方の求職者が「求職者マイページ」を開設して
 * いる場合に限られます」, 「有効中の求人がない場合は…メッセージ送信など…が利用できません」). A registered result does not close it.
 */
export function threadObstacle(
  { state }: Pick<Referral, 'state'>,
  posting: Pick<Posting, 'state' | 'validUntil'>,
  { hasMypage }: Pick<JobSeeker, 'hasMypage'>,
  today: CalendarDate,
): ThreadObstacle | null {
  if (state === 'cancelled') return 'message-cancelled';
  if (!hasMypage) return 'message-no-mypage';
  return referralObstacle(posting, today) === null ? null : 'message-posting-invalid';
}
