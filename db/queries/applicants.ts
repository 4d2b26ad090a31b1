import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { type Referral, type ReferralState, referralObstacle } from '#app/domain/referral.ts';
import { officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { referralStore, referralsInScope } from '../stores/referrals.ts';
import { inScope } from '../stores/scope.ts';
import { staffStore } from '../stores/staff.ts';
import { establishmentOf } from './mypageEstablishment.ts';
import { type Page, pageOf, toCount } from './page.ts';

/**
 * 応募者 of an employer. The applicant is named only while the posting is valid (leaflet: 「求人が無効となった場合 マイページ
 * での紹介状の確認、選考結果の登録…は利用できなくなります」), so that condition stands in every statement that reads a name.
 */
export type ApplicantRow = {
  id: string;
  number: string;
  state: ReferralState;
  referredOn: CalendarDate;
  noticeSentOn: CalendarDate | null;
  version: number;
  name: string;
  postingId: string;
  jobTitle: string | null;
  postingNumber: string | null;
};

export type ApplicantState = 'unregistered' | 'registered';

export type ApplicantFilter = { state: ApplicantState; postingId: string | null; today: CalendarDate };

/**
 * One page of the applicants: missing results the oldest first, registered ones the newest first. The state is written
 * out, because SQLite takes a partial index only where it reads the condition in the statement itself.
 */
export async function applicants(
  knex: Knex,
  actor: EmployerActor,
  { state, postingId, today }: ApplicantFilter,
  page: number,
): Promise<Page<ApplicantRow>> {
  const matching = () => {
    const query = ofValidPostings(knex, actor, today);
    if (postingId !== null) query.where('referral.posting_id', postingId);
    return state === 'unregistered'
      ? query.whereRaw("referral.state = 'referred'")
      : query.whereRaw("referral.state <> 'referred'").whereNot('referral.state', 'cancelled');
  };
  const order = state === 'unregistered' ? 'asc' : 'desc';
  const list = matching()
    .join('job_seeker', 'job_seeker.id', 'referral.seeker_id')
    .orderBy([
      { column: 'referral.referred_on', order },
      { column: 'referral.number', order },
    ])
    .select(
      'referral.id',
      'referral.number',
      'referral.state',
      'referral.referred_on as referredOn',
      'referral.notice_sent_on as noticeSentOn',
      'referral.version',
      'job_seeker.name',
      'posting.id as postingId',
      'posting.job_title as jobTitle',
      'posting.number as postingNumber',
    );
  return pageOf<ApplicantRow>(matching(), list, page);
}

const ofValidPostings = (knex: Knex, actor: EmployerActor, today: CalendarDate): Knex.QueryBuilder =>
  knex('referral')
    .where(referralsInScope(scopeOf(actor)))
    .join('posting', 'posting.id', 'referral.posting_id')
    .where('posting.state', 'valid')
    .where('posting.valid_until', '>=', today);

export type PostingOfApplicants = {
  id: string;
  number: string | null;
  jobTitle: string | null;
  unregistered: number;
};

/** Valid postings that somebody was referred to, with how many results are missing. */
export async function postingsOfApplicants(
  knex: Knex,
  actor: EmployerActor,
  today: CalendarDate,
): Promise<PostingOfApplicants[]> {
  const rows = await knex('posting')
    .where(
      inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
    )
    .where('posting.state', 'valid')
    .where('posting.valid_until', '>=', today)
    .join('referral', 'referral.posting_id', 'posting.id')
    .whereNot('referral.state', 'cancelled')
    .groupBy('posting.id', 'posting.number', 'posting.job_title')
    .orderBy('posting.number')
    .select('posting.id', 'posting.number', 'posting.job_title as jobTitle')
    .select(knex.raw("sum(case when referral.state = 'referred' then 1 else 0 end) as unregistered"));
  return rows.map((row) => ({ ...row, unregistered: toCount(row.unregistered) }));
}

/** How many results an establishment misses. */
export type MissingResults = {
  /** To be registered in the MyPage, because the posting is valid. */
  here: number;
  /** To be told to the office, because the posting is not valid any more. */
  atOffice: number;
  /** 2週超: had their notice and are not yet overdue. */
  noticed: number;
  /** 3週超: what counts towards a 利用制限, whatever became of the posting. */
  overdue: number;
};

export async function missingResults(
  knex: Knex,
  actor: EmployerActor,
  { today, overdueBefore }: { today: CalendarDate; overdueBefore: CalendarDate },
): Promise<MissingResults> {
  const row = await knex('referral')
    .where(referralsInScope(scopeOf(actor)))
    .whereRaw("referral.state = 'referred'")
    .join('posting', 'posting.id', 'referral.posting_id')
    .first(
      knex.raw('count(*) as total'),
      knex.raw(
        "sum(case when posting.state = 'valid' and posting.valid_until >= ? then 1 else 0 end) as here",
        [today],
      ),
      knex.raw('sum(case when referral.referred_on < ? then 1 else 0 end) as overdue', [overdueBefore]),
      knex.raw(
        'sum(case when referral.referred_on >= ? and referral.notice_sent_on is not null then 1 else 0 end) as noticed',
        [overdueBefore],
      ),
    );
  const inMypage = toCount(row?.here);
  return {
    here: inMypage,
    atOffice: toCount(row?.total) - inMypage,
    noticed: toCount(row?.noticed),
    overdue: toCount(row?.overdue),
  };
}

export type ApplicantCard = {
  referral: Pick<Referral, 'id' | 'number' | 'state' | 'referredOn' | 'noticeSentOn' | 'version'> &
    Pick<Referral, 'settled' | 'channel' | 'conditionsDiffered' | 'conditionsNote'>;
  posting: { id: string; number: string | null; jobTitle: string | null };
  /** The office that has referred: whom to tell what cannot be told here. */
  office: { name: string; phone: string };
  /** What stands on the 紹介状; null once the posting is not valid any more or the 紹介 was cancelled. */
  letter: {
    establishmentName: string;
    applicant: { name: string; nameKana: string; number: string };
    interview: Referral['interview'];
    note: string | null;
    referredBy: string | null;
  } | null;
};

/** One applicant of the actor's own; null otherwise. */
export async function applicantCard(
  knex: Knex,
  actor: EmployerActor,
  id: string,
  today: CalendarDate,
): Promise<ApplicantCard | null> {
  const referral = await referralStore(knex).find(scopeOf(actor), id);
  const posting = referral && (await postingStore(knex).find(scopeOf(actor), referral.postingId));
  const office = referral && (await officeStore(knex).find(referral.referringOfficeId));
  const establishment = await establishmentOf(knex, actor);
  if (!referral || !posting || !office || !establishment) return null;
  const { number, state, referredOn, noticeSentOn, version, settled, channel } = referral;
  const { conditionsDiffered, conditionsNote } = referral;
  const isOpen = referralObstacle(posting, today) === null && state !== 'cancelled';
  return {
    referral: {
      id,
      ...{ number, state, referredOn, noticeSentOn, version, settled, channel },
      ...{ conditionsDiffered, conditionsNote },
    },
    posting: { id: posting.id, number: posting.number, jobTitle: posting.jobTitle },
    office: { name: office.name, phone: office.phone },
    letter: isOpen ? await letterOf(knex, referral, establishment.name) : null,
  };
}

async function letterOf(
  knex: Knex,
  { seekerId, interview, note, referredBy }: Referral,
  establishmentName: string,
): Promise<ApplicantCard['letter']> {
  const applicant = await knex('job_seeker')
    .where({ id: seekerId })
    .first('name', 'name_kana as nameKana', 'number');
  const member = await staffStore(knex).find(referredBy);
  return { establishmentName, applicant, interview, note, referredBy: member?.name ?? null };
}
