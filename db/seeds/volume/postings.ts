import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { formatPostingNumber } from '#app/domain/ids.ts';
import { type Posting, placeAfterVerdict } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { FormValues } from '#app/forms/field.ts';
import { postingContract, postingKinds } from '#app/forms/posting.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { judgeContent, judgeVisit, validUntil } from '#app/procedures/posting/judgement.ts';
import { verdictDetail } from '#app/procedures/posting/support.ts';
import { manyPostings, volumeWords } from '#fixtures/volume.ts';
import type { OfficeDays } from '../../stores/offices.ts';
import type { PastApplication } from '../../stores/postings.ts';
import type { StaffMember } from '../../stores/staff.ts';
import { instantOf } from '../time.ts';
import type { Employer, OpenedOffice, Tools } from './office.ts';
import { byEmployer, byNight, byStaff, type Records } from './records.ts';
import { historyDays, recordedDays } from './scale.ts';

/** How an application is to end: accepted, or one of the states of what was not. */
type End = 'accepted' | 'waiting' | 'returned' | 'refusal_proposed' | 'refused' | 'lapsed' | 'draft';

type Application = { employer: Employer; appliedAgo: number; end: End };

/** What referrals and changes are about. */
export type AcceptedPosting = {
  id: string;
  employer: Employer;
  content: FormValues;
  acceptedOn: CalendarDate;
  state: 'valid' | 'invalid';
};

const nothingKnown = {
  minimumWages: [],
  others: [],
  refusalPeriods: [],
  restricted: false,
  openComplaints: 0,
} as const;
const generalDays: OfficeDays = { extraOpen: [], extraClosed: [] };

/** Days since the first day whose acceptances are valid today: the first of the month before the last. */
const validDays = (today: CalendarDate): number => {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 2);
  return Math.round((Date.parse(`${today}T00:00:00Z`) - first.getTime()) / 86_400_000);
};

/** All applications of an office, the oldest first. Four in ten employers have ever applied, and few of them often. */
function applicationsOf({ chance, days, figures }: Tools, employers: readonly Employer[]): Application[] {
  const applying = Math.max(1, Math.round(employers.length * 0.4));
  const someone = (): Employer => employers[chance.lowBelow(applying)] ?? (employers[0] as Employer);
  const made = (count: number, end: End, appliedAgo: () => number): Application[] =>
    Array.from({ length: count }, () => ({ employer: someone(), appliedAgo: appliedAgo(), end }));
  const valid = validDays(days.today);
  const waiting = figures.waitingPostings;
  return [
    ...made(figures.endedPostings, 'accepted', () => valid + 3 + chance.below(historyDays - valid)),
    ...made(figures.validPostings, 'accepted', () => 3 + chance.below(valid - 3)),
    ...made(waiting, 'waiting', () => 1 + chance.below(9)),
    ...made(Math.round(waiting / 5), 'returned', () => 2 + chance.below(9)),
    ...made(Math.max(1, Math.round(waiting / 50)), 'refusal_proposed', () => 2 + chance.below(5)),
    ...made(Math.round(waiting / 3), 'refused', () => 20 + chance.below(300)),
    ...made(Math.round(waiting / 2), 'lapsed', () => 20 + chance.below(300)),
    ...made(Math.round(waiting / 2), 'draft', () => 1 + chance.below(20)),
  ].sort((a, b) => b.appliedAgo - a.appliedAgo);
}

/** The applications of an office in the order of time, with their verdicts, visits and records. */
export async function applyForPostings(
  tools: Tools,
  { office, place, staff, employers }: OpenedOffice,
  records: Records,
): Promise<readonly AcceptedPosting[]> {
  const { fill, chance, days, rules, made } = tools;
  const contents = manyPostings(place);
  const atClients = contents.filter(({ dispatch_kind }) => dispatch_kind !== 'direct');
  const clerks = staff.filter(({ role }) => role === 'clerk');
  const supervisor = staff.find(({ role }) => role === 'supervisor');
  const histories = new Map<string, PastApplication[]>();
  /** Of one content on one day there is one verdict. */
  const judged = new Map<string, Promise<Verdict>>();
  const contentVerdict = (content: FormValues, day: CalendarDate): Promise<Verdict> => {
    const key = `${contents.indexOf(content)}:${day}`;
    const verdict = judged.get(key) ?? judgeContent(rules, content, nothingKnown, day);
    judged.set(key, verdict);
    return verdict;
  };
  const accepted: AcceptedPosting[] = [];

  const tell = async ({ employer, appliedAgo, end }: Application): Promise<void> => {
    const appliedOn = days.open(appliedAgo);
    const appliedAt = days.moment(appliedOn);
    // Those whose employer has to come wait longest, so there are more of them among what waits.
    const content = chance.pick(end === 'waiting' && chance.happens(0.4) ? atClients : contents);
    const clerk = chance.pick(clerks);
    const recorded = appliedAgo <= recordedDays;
    const draft: Posting = {
      id: chance.id(appliedAt),
      establishmentId: employer.id,
      officeId: office.id,
      accountId: employer.accountId,
      state: 'draft',
      via: employer.accountId === null ? 'counter' : 'mypage',
      content,
      stepsDone: 8,
      kinds: postingKinds(content),
      contract: postingContract(content),
      jobTitle: String(content.job_title),
      appliedOn: null,
      waitingSince: null,
      dueDate: null,
      visitedOn: null,
      officeDemand: false,
      number: null,
      acceptedOn: null,
      validUntil: null,
      invalidatedOn: null,
      version: 1,
      createdAt: appliedAt,
      updatedAt: appliedAt,
    };
    if (end === 'draft') return fill.stores.postings.insert(draft);

    const subject = { type: 'posting', id: draft.id } as const;
    const keep = (occasion: string, verdict: Verdict, decidedAt: Instant): Promise<void> =>
      fill.stores.verdicts.insert({ id: chance.id(decidedAt), subject, occasion, verdict, decidedAt });
    const history = histories.get(employer.id) ?? [];
    histories.set(employer.id, history);
    const handedIn: Posting = {
      ...draft,
      appliedOn,
      waitingSince: appliedAt,
      state: 'under_review',
      version: 2,
    };
    if (recorded) {
      const verdict = await judgeVisit(
        rules,
        draft,
        { history, openedBy: employer.accountId === null ? 'none' : 'counter', officeDays: generalDays },
        appliedOn,
      );
      const onContent = await contentVerdict(content, appliedOn);
      await keep('submit', verdict, appliedAt);
      await keep('submit', onContent, appliedAt);
      handedIn.dueDate = verdict.dueDate ?? null;
      const required = verdict.outcome === 'visit-required';
      // Half of those whose employer has to come have come meanwhile.
      if (required && (end !== 'waiting' || (appliedAgo > 2 && chance.happens(0.5))) && end !== 'lapsed')
        handedIn.visitedOn = await registerVisit(tools, handedIn, clerk, records);
      handedIn.state = placeAfterVerdict(required, handedIn.visitedOn);
      records.add({
        ...(employer.accountId === null
          ? byStaff(appliedAt, clerk)
          : byEmployer(appliedAt, employer.accountId)),
        action: 'posting.submitted',
        subject,
        detail: {
          from: 'draft',
          to: handedIn.state,
          verdict: verdictDetail(verdict),
          content: verdictDetail(onContent),
          confirmed: [],
        },
      });
    }

    if (end === 'accepted') {
      const acceptedOn = days.open(Math.max(1, appliedAgo - 1 - chance.below(3)));
      const acceptedAt = days.moment(acceptedOn);
      const lastDay = validUntil(rules, acceptedOn);
      const isOver = lastDay < days.today;
      const ended = addDays(lastDay, 1);
      const number = formatPostingNumber(office.code, await fill.stores.postings.nextSerial(office.id));
      await fill.stores.postings.insert({
        ...handedIn,
        state: isOver ? 'invalid' : 'valid',
        number,
        acceptedOn,
        validUntil: lastDay,
        invalidatedOn: isOver ? ended : null,
        version: isOver ? 4 : 3,
        updatedAt: isOver ? instantOf(ended, '00:05') : acceptedAt,
      });
      history.push({
        via: draft.via,
        kinds: draft.kinds,
        contract: draft.contract,
        appliedOn,
        accepted: true,
      });
      accepted.push({ id: draft.id, employer, content, acceptedOn, state: isOver ? 'invalid' : 'valid' });
      if (!recorded) return;
      const verdict = await contentVerdict(content, acceptedOn);
      await keep('accept', verdict, acceptedAt);
      records.add({
        ...byStaff(acceptedAt, clerk),
        action: 'posting.accepted',
        subject,
        detail: { number, validUntil: lastDay, content: verdictDetail(verdict), overridden: false },
      });
      if (isOver)
        records.add({
          ...byNight(instantOf(ended, '00:05'), 'posting.expire'),
          action: 'posting.expired',
          subject,
          detail: { reason: 'expired', validUntil: lastDay, invalidatedOn: ended },
        });
      return;
    }

    history.push({
      via: draft.via,
      kinds: draft.kinds,
      contract: draft.contract,
      appliedOn,
      accepted: false,
    });
    if (end === 'waiting') return fill.stores.postings.insert(handedIn);
    const decidedOn = days.open(Math.max(1, appliedAgo - 1));
    const decidedAt = days.moment(decidedOn);
    // Only what waited for a visit can lapse.
    const isLapsed = end === 'lapsed' && handedIn.dueDate !== null;
    const state = end === 'lapsed' && !isLapsed ? 'refused' : end;
    const posting: Posting = { ...handedIn, state, updatedAt: decidedAt, version: 3 };
    await fill.stores.postings.insert(posting);
    if (isLapsed) {
      const lapsedAt = instantOf(addDays(handedIn.dueDate ?? decidedOn, 1), '00:10');
      records.add({
        ...byNight(lapsedAt, 'posting.lapse'),
        action: 'posting.lapsed',
        subject,
        detail: { dueDate: posting.dueDate },
      });
    } else if (end === 'returned') {
      const returnId = chance.id(decidedAt);
      await fill.stores.postings.insertReturn({
        id: returnId,
        postingId: draft.id,
        reasons: ['change_scope'],
        fields: ['duties_change_scope'],
        message: volumeWords.returned,
        returnedBy: clerk.id,
        returnedAt: decidedAt,
        answeredAt: null,
      });
      records.add({
        ...byStaff(decidedAt, clerk),
        action: 'posting.returned',
        subject,
        detail: { returnId, reasons: ['change_scope'], fields: ['duties_change_scope'] },
      });
    } else {
      const settled = state === 'refused' && supervisor !== undefined;
      fill.add('posting_refusal', {
        id: chance.id(decidedAt),
        posting_id: draft.id,
        ground: 'missing_conditions',
        reason: volumeWords.refused,
        proposed_by: clerk.id,
        proposed_at: decidedAt,
        settled_by: settled ? supervisor.id : null,
        settled_at: settled ? decidedAt : null,
        settlement: settled ? 'confirmed' : null,
      });
      records.add({
        ...byStaff(decidedAt, clerk),
        action: 'posting.refusalProposed',
        subject,
        detail: { ground: 'missing_conditions' },
      });
    }
  };

  for (const application of applicationsOf(tools, employers)) {
    await tell(application);
    await made();
  }
  return accepted;
}

/** The employer has come on one of the next days; returns the day. */
async function registerVisit(
  { fill, chance, days }: Tools,
  posting: Posting,
  clerk: StaffMember,
  records: Records,
): Promise<CalendarDate> {
  const visitedOn = posting.appliedOn ?? days.today;
  const registeredAt = days.moment(visitedOn);
  const id = chance.id(registeredAt);
  await fill.stores.visits.insert(
    {
      id,
      establishmentId: posting.establishmentId,
      officeId: posting.officeId,
      visitedOn,
      checklist: identityChecklist,
      identityDocument: null,
      note: null,
      lateReason: null,
      registeredBy: clerk.id,
      registeredAt,
      purpose: 'registration',
    },
    [posting.id],
  );
  records.add({
    ...byStaff(registeredAt, clerk),
    action: 'visit.registered',
    subject: { type: 'posting', id: posting.id },
    detail: { visitId: id, visitedOn, dueDate: posting.dueDate, late: false, checklist: identityChecklist },
  });
  return visitedOn;
}
