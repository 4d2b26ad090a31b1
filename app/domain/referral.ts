import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';
import type { Posting } from './posting.ts';

/** States of a referral (domain.md §3); 未登録 is `referred`. */
export const referralStates = [
  'referred',
  'hired',
  'not_hired',
  'declined_by_applicant',
  'cancelled',
] as const;
export type ReferralState = (typeof referralStates)[number];

/** 選考結果 (leaflet: 採用・不採用), and that the applicant withdrew. */
export const referralResults = [
  'hired',
  'not_hired',
  'declined_by_applicant',
] as const satisfies readonly ReferralState[];
export type ReferralResult = (typeof referralResults)[number];

export type ReferralEvent = 'hire' | 'notHire' | 'decline' | 'cancel' | 'reopen';

export type ReferralTransition = {
  event: ReferralEvent;
  from: readonly ReferralState[];
  to: ReferralState;
  by: readonly ('employer' | 'clerk')[];
};

/** Every move a referral can make; the diagram in docs/ is generated from this table. */
export const referralTransitions: readonly ReferralTransition[] = [
  { event: 'hire', from: ['referred'], to: 'hired', by: ['employer', 'clerk'] },
  { event: 'notHire', from: ['referred'], to: 'not_hired', by: ['employer', 'clerk'] },
  { event: 'decline', from: ['referred'], to: 'declined_by_applicant', by: ['clerk'] },
  { event: 'cancel', from: ['referred'], to: 'cancelled', by: ['clerk'] },
  { event: 'reopen', from: referralResults, to: 'referred', by: ['clerk'] },
];

/** Whether `event` is possible in `state`; if not, somebody else has moved the referral meanwhile. */
export const canReferralMove = (event: ReferralEvent, state: ReferralState): boolean =>
  referralTransitions.some((transition) => transition.event === event && transition.from.includes(state));

/** Whether this side may register that result: employers register 採用・不採用, the counter every one. */
export const mayRegister = (side: 'employer' | 'clerk', result: ReferralResult): boolean =>
  referralTransitions.some(({ to, by }) => to === result && by.includes(side));

/** How a result came to the office; all but `mypage` are 代行登録 by the counter. */
export const resultChannels = ['mypage', 'phone', 'fax', 'counter'] as const;
export type ResultChannel = (typeof resultChannels)[number];

/** 紹介: one job seeker sent to one posting, with its letter and what came of it. */
export type Referral = {
  id: string;
  /** Number of the 紹介状, 5-8. */
  number: string;
  postingId: string;
  establishmentId: string;
  /** The office of the posting. */
  officeId: string;
  /** The office of the seeker, which has referred. */
  referringOfficeId: string;
  seekerId: string;
  referredOn: CalendarDate;
  /** The member of staff. */
  referredBy: string;
  /** The employer was told by telephone before the referral (leaflet: 「求人者に電話連絡を行っています」). */
  phoned: boolean;
  state: ReferralState;
  interview: {
    on: CalendarDate | null;
    /** HH:MM */
    at: string | null;
    place: string | null;
    contact: string | null;
  };
  /** What the office writes to the employer on the letter. */
  note: string | null;
  /** When and by whom a result or the cancelling was recorded; null while it is 未登録. */
  settled: { on: CalendarDate; by: string } | null;
  channel: ResultChannel | null;
  /** 求人票の労働条件と採用条件の相違; null unless hired. */
  conditionsDiffered: boolean | null;
  conditionsNote: string | null;
  cancelReason: string | null;
  /** 選考結果未入力通知 goes out once for each referral. */
  noticeSentOn: CalendarDate | null;
  version: number;
  createdAt: Instant;
};

/** Why nobody can be referred to a posting on a day; null when they can. Codes of app/text/refusals. */
export function referralObstacle(
  { state, validUntil }: Pick<Posting, 'state' | 'validUntil'>,
  today: CalendarDate,
): 'referral-posting-invalid' | 'referral-posting-expired' | null {
  if (state !== 'valid' || validUntil === null) return 'referral-posting-invalid';
  return validUntil < today ? 'referral-posting-expired' : null;
}

/** Postings for certain seekers only (専用求人・トライアル雇用): the counter confirms that the seeker is one of them. */
export const isForCertainSeekers = ({ kinds }: Pick<Posting, 'kinds'>): boolean =>
  kinds.some((kind) => kind !== 'general');

/** The days that decide how old an unregistered result is, from the rules in force. */
export type ReferralAges = {
  /** A referral before this day is 制限対象. */
  overdueBefore: CalendarDate;
  overdueWeeks: number;
  noticeWeeks: number;
  /** More overdue ones than this restrict the establishment. */
  maxUnregistered: number;
};

export type ReferralAge = 'fresh' | 'noticed' | 'overdue';

/** 未登録 · 通知済 · 制限対象 of a referral without a result. */
export function ageOf(
  { referredOn, noticeSentOn }: Pick<Referral, 'referredOn' | 'noticeSentOn'>,
  { overdueBefore }: Pick<ReferralAges, 'overdueBefore'>,
): ReferralAge {
  if (referredOn < overdueBefore) return 'overdue';
  return noticeSentOn === null ? 'fresh' : 'noticed';
}
