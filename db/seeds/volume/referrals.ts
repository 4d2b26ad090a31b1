import { addDays, type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import { formatReferralNumber } from '#app/domain/ids.ts';
import type { Referral } from '#app/domain/referral.ts';
import { judgeOverdue } from '#app/procedures/restriction/judge.ts';
import { manyMessages, volumeWords } from '#fixtures/volume.ts';
import { instantOf } from '../time.ts';
import type { OpenedOffice, Seeker, Tools } from './office.ts';
import type { AcceptedPosting } from './postings.ts';
import { byStaff, type Records } from './records.ts';
import { openReferralDays, recordedDays } from './scale.ts';

/** A notice goes out on the fifteenth day. */
const noticeAfter = 14;

/** How many referrals of each establishment and day have no result. */
type Unregistered = Map<string, Map<CalendarDate, number>>;

/** 紹介 with their results, notices, threads and what too many without a result bring. */
export async function referSeekers(
  tools: Tools,
  { office, staff, seekers }: OpenedOffice,
  postings: readonly AcceptedPosting[],
  records: Records,
): Promise<void> {
  const { fill, chance, days, figures, made } = tools;
  const clerks = staff.filter(({ role }) => role === 'clerk');
  const recent = postings.filter(
    ({ acceptedOn }) => daysBetween(acceptedOn, days.today) <= recordedDays + 30,
  );
  const valid = recent.filter(({ state }) => state === 'valid');
  /** The seekers of a posting stand in a row: nobody is referred to it twice. */
  const referred = new Map<string, { first: number; count: number }>();
  const unregistered: Unregistered = new Map();
  const threads: { referral: Referral; seeker: Seeker }[] = [];

  const refer = async (posting: AcceptedPosting | undefined, isOpen: boolean): Promise<void> => {
    if (posting === undefined) return;
    const row = referred.get(posting.id) ?? { first: chance.below(seekers.length), count: 0 };
    const seeker = seekers[(row.first + row.count) % seekers.length];
    if (seeker === undefined || row.count >= seekers.length / 8) return;
    row.count += 1;
    referred.set(posting.id, row);
    const since = daysBetween(posting.acceptedOn, days.today);
    const longest = Math.max(1, Math.min(since, isOpen ? openReferralDays : recordedDays));
    const shortest = isOpen ? 1 : Math.min(longest, 8);
    const ago = shortest + chance.below(longest - shortest + 1);
    const on = days.open(ago);
    const referredOn = on < posting.acceptedOn ? posting.acceptedOn : on;
    const age = daysBetween(referredOn, days.today);
    const madeAt = days.moment(referredOn);
    const clerk = chance.pick(clerks);
    const settledOn = isOpen ? null : days.open(Math.max(1, age - 7));
    const result = chance.happens(0.25) ? 'hired' : 'not_hired';
    const byPhone = posting.employer.accountId === null || chance.happens(0.3);
    const referral: Referral = {
      id: chance.id(madeAt),
      number: formatReferralNumber(office.code, await fill.stores.referrals.nextSerial(office.id)),
      postingId: posting.id,
      establishmentId: posting.employer.id,
      officeId: office.id,
      referringOfficeId: office.id,
      seekerId: seeker.id,
      referredOn,
      referredBy: clerk.id,
      phoned: chance.happens(0.7),
      state: isOpen ? 'referred' : result,
      interview: {
        on: addDays(referredOn, 4),
        at: '10:00',
        place: volumeWords.interviewPlace,
        contact: volumeWords.contact,
      },
      note: null,
      settled: settledOn === null ? null : { on: settledOn, by: clerk.id },
      channel: isOpen ? null : byPhone ? 'phone' : 'mypage',
      conditionsDiffered: isOpen || result !== 'hired' ? null : false,
      conditionsNote: null,
      cancelReason: null,
      noticeSentOn:
        age > noticeAfter + 1 && isOpen && posting.employer.accountId !== null
          ? addDays(referredOn, noticeAfter + 1)
          : null,
      version: isOpen ? 1 : 2,
      createdAt: madeAt,
    };
    await fill.stores.referrals.insert(referral);
    if (isOpen) {
      const byDay = unregistered.get(referral.establishmentId) ?? new Map<CalendarDate, number>();
      byDay.set(referredOn, (byDay.get(referredOn) ?? 0) + 1);
      unregistered.set(referral.establishmentId, byDay);
    }
    const subject = { type: 'referral', id: referral.id };
    records.add({
      ...byStaff(madeAt, clerk),
      action: 'referral.made',
      subject,
      detail: { number: referral.number, postingId: posting.id, seekerId: seeker.id, told: 'phoned' },
    });
    if (settledOn !== null)
      records.add({
        ...byStaff(days.moment(settledOn), clerk),
        action: 'referral.resultRegistered',
        subject,
        detail: {
          result,
          channel: referral.channel,
          conditionsDiffered: referral.conditionsDiffered,
          referredOn,
        },
      });
    if (seeker.hasMypage && posting.employer.accountId !== null) threads.push({ referral, seeker });
    await made();
  };

  for (let count = 0; count < figures.openReferrals; count += 1)
    await refer(valid[chance.lowBelow(valid.length)], true);
  for (let count = 0; count < figures.settledReferrals; count += 1)
    await refer(recent[chance.lowBelow(recent.length)], false);
  await exchangeMessages(tools, threads);
  await restrict(tools, { office, clerkId: clerks[0]?.id ?? '' }, unregistered);
}

/** Threads in turn, each message on a later day than the one before; the newest ones are unread. */
async function exchangeMessages(
  { fill, chance, days, figures, made }: Tools,
  threads: readonly { referral: Referral }[],
): Promise<void> {
  if (threads.length === 0) return;
  const each = Math.ceil(figures.messages / threads.length);
  let left = figures.messages;
  for (const { referral } of threads) {
    const age = daysBetween(referral.referredOn, days.today);
    for (let place = 0; place < Math.min(each, left); place += 1) {
      const ago = Math.max(1, age - Math.floor((place * age) / each));
      const sentAt = days.moment(days.any(ago));
      await fill.stores.messages.insert({
        id: chance.id(sentAt),
        referralId: referral.id,
        from: place % 2 === 0 ? 'employer' : 'seeker',
        text: manyMessages[place % manyMessages.length] ?? '',
        sentAt,
        sentOn: businessDate(new Date(sentAt)),
        readAt: place < each - 1 ? sentAt : null,
      });
      await made();
    }
    left -= Math.min(each, left);
  }
}

/** Establishments that had too many overdue results three days ago are restricted; the night finds the others. */
async function restrict(
  { fill, chance, days, rules }: Tools,
  { office, clerkId }: { office: OpenedOffice['office']; clerkId: string },
  unregistered: Unregistered,
): Promise<void> {
  const begun = (establishmentId: string, ago: number) => {
    const begunOn = days.any(ago);
    const at = instantOf(begunOn, '00:30');
    return { id: chance.id(at), establishmentId, officeId: office.id, begunOn, at };
  };
  for (const [establishmentId, byDay] of unregistered) {
    const { at, ...restriction } = begun(establishmentId, 3);
    const known = [...byDay].filter(([referredOn]) => referredOn <= restriction.begunOn);
    const verdict = await judgeOverdue(
      rules,
      known.map(([referredOn, count]) => ({ referredOn, unregistered: count })),
      restriction.begunOn,
    );
    if (verdict.outcome !== 'restrict') continue;
    const subject = { type: 'establishment', id: establishmentId } as const;
    const verdictId = chance.id(at);
    await fill.stores.verdicts.insert({
      id: verdictId,
      subject,
      occasion: 'restrict',
      verdict,
      decidedAt: at,
    });
    await fill.stores.restrictions.insert({ ...restriction, verdictId, released: null });
  }
  for (const establishmentId of [...unregistered.keys()].slice(0, 3)) {
    const { at: _, ...restriction } = begun(establishmentId, 90);
    await fill.stores.restrictions.insert({
      ...restriction,
      verdictId: null,
      released: {
        on: days.open(80),
        by: clerkId,
        reason: volumeWords.released,
        promisedOn: null,
        spokenTo: null,
        channel: 'phone',
        transferId: null,
      },
    });
  }
}
