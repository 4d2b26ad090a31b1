import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import {
  addDays,
  type CalendarDate,
  lastOpenDayOnOrBefore,
  type OfficeCalendar,
} from '#app/domain/calendar.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import type { Posting, PostingState } from '#app/domain/posting.ts';
import type { FormValues } from '#app/forms/field.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { askExtension } from '#app/procedures/changeRequest/askExtension.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { refusalToAsk } from '#app/procedures/changeRequest/judgement.ts';
import { saveContentStep } from '#app/procedures/changeRequest/saveContentStep.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { submitContentChange } from '#app/procedures/changeRequest/submitContent.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { settleRefusal } from '#app/procedures/posting/settleRefusal.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { layOnDesk } from './desk.ts';
import type { House } from './house.ts';
import { instantOf } from './time.ts';

const returnMessage =
  '仕事の内容に「出張あり」とありますが、業務の変更の範囲にその記載がありません。どちらかを直して、もう一度送ってください。';
const refusalReason = '就業場所と賃金について確認しましたが、期日までに明示されませんでした。';

const newDescription =
  '食事、入浴、移動の介助と記録を行います。夜勤は月に4回ほどです。資格の取得を費用の面で支えます。';
const stopReason = '採用が決まり、次の月から働いていただくことになったため（見本）';

/** One thing that happens at a time, and what follows from it later. Many stories are told in the order of time. */
export type Step = { at: Instant; act(): Promise<Step | undefined> };

/** Who is at the counter. */
export type Counter = { clerk: StaffActor; supervisor: StaffActor; calendar: OfficeCalendar };

export type PostingStory = {
  content: FormValues;
  appliedDaysAgo: number;
  end: PostingState;
  /** What the employer asks for once it is valid; the counter has not decided yet. */
  asks?: 'content' | 'stop' | 'extension' | undefined;
  /** 紹介 to it once it is valid. */
  refers?: ((postingId: () => string) => readonly Step[]) | undefined;
  /** What the counter has laid beside it since. */
  desk?: 'hold' | 'notes' | 'check' | undefined;
  /** How many of the eight steps a draft has come to. */
  draftSteps: number;
  /** Whose proposal a refusal is. */
  proposer: StaffActor;
};

/** The life of one posting, from the first draft to the state it is to end in. */
export function tellPosting(
  house: House,
  employer: () => EmployerActor,
  { clerk, supervisor, calendar }: Counter,
  { content, appliedDaysAgo, end: goal, asks, refers, desk, draftSteps, proposer }: PostingStory,
): Step[] {
  const { time } = house;
  let postingId = '';
  const load = async (): Promise<Posting> => {
    const posting = await house.read.postings.find({ kind: 'all' }, postingId);
    if (!posting) throw new Error('The posting of the story is gone.');
    return posting;
  };
  const shown = async () => ({ postingId, version: (await load()).version });

  const fillIn = async (steps: number): Promise<void> => {
    postingId = (await house.act(startDraft, employer(), {})).postingId;
    for (let step = 1; step <= steps; step += 1) {
      time.pass(2);
      const fields = postingSteps[step - 1]?.fields ?? [];
      const values = Object.fromEntries(fields.map(({ name }) => [name, content[name] ?? null]));
      const input = { ...(await shown()), step, values, proceed: true, confirmed: [] };
      await house.handIn(saveStep, employer(), input);
    }
  };

  const visit = async (): Promise<void> => {
    const posting = await load();
    if (posting.state !== 'awaiting_visit') return;
    await house.act(registerVisit, clerk, {
      establishmentId: posting.establishmentId,
      postings: [await shown()],
      visitedOn: businessDate(time.now()),
      checklist: identityChecklist,
      identityDocument: 'driving_licence',
      note: null,
      lateReason: null,
    });
  };

  const accept = async (): Promise<void> => {
    await house.act(acceptPosting, clerk, { ...(await shown()), overrideReason: null, note: null });
  };
  const decisions: { readonly [State in PostingState]?: () => Promise<void> } = {
    valid: accept,
    invalid: accept,
    returned: async () => {
      await house.act(returnPosting, clerk, {
        ...(await shown()),
        reasons: ['contradiction', 'change_scope'],
        fields: ['job_description', 'duties_change_scope'],
        message: returnMessage,
      });
    },
    refusal_proposed: async () => {
      const reason = { ground: 'missing_conditions' as const, reason: refusalReason };
      await house.act(proposeRefusal, proposer, { ...(await shown()), ...reason });
    },
    refused: async () => {
      await decisions.refusal_proposed?.();
      time.pass(30);
      const confirmed = { settlement: 'confirmed' as const, comment: null };
      await house.act(settleRefusal, supervisor, { ...(await shown()), ...confirmed });
    },
  };

  const askContent = async (): Promise<void> => {
    const { requestId } = await house.act(startContentChange, employer(), await shown());
    const index = postingSteps.findIndex(({ fields }) =>
      fields.some(({ name }) => name === 'job_description'),
    );
    const values = {
      ...Object.fromEntries(
        (postingSteps[index]?.fields ?? []).map(({ name }) => [name, content[name] ?? null]),
      ),
      job_description: newDescription,
    };
    const step = { requestId, version: 1, step: index + 1, values, proceed: true };
    await house.act(saveContentStep, employer(), step);
    await house.handIn(submitContentChange, employer(), { requestId, version: 2, confirmed: [] });
  };

  const ask = async (): Promise<void> => {
    const posting = await load();
    if (asks === 'stop') {
      const stopOn = addDays(time.today, 7);
      await house.act(askStop, employer(), { ...(await shown()), reason: stopReason, stopOn });
    } else if (asks === 'content') {
      await askContent();
    } else {
      const day = businessDate(time.now());
      // How near the end of its validity the posting is depends on the day of the month.
      if (refusalToAsk('extension', posting, [], house.rules, day) === null)
        await house.act(askExtension, employer(), await shown());
    }
  };

  /** What the night after a last day brings. */
  const night = (lastDay: CalendarDate, change: Partial<Posting>, action: string): Step => ({
    at: instantOf(addDays(lastDay, 1), '00:30'),
    act: once(async () => house.endByNight({ ...(await load()), ...change }, action)),
  });

  const applied = addDays(time.today, -appliedDaysAgo);
  const counterDay = (daysLater: number, hour: string): Instant => {
    const planned = addDays(applied, Math.min(daysLater, appliedDaysAgo));
    return instantOf(lastOpenDayOnOrBefore(planned, calendar, applied)?.date ?? planned, hour);
  };

  const draft: Step = {
    at: instantOf(applied, '09:10'),
    act: once(() => fillIn(goal === 'draft' ? draftSteps : 8)),
  };
  const submit: Step = {
    at: instantOf(applied, '09:40'),
    act: async () => {
      const { dueDate } = await house.handIn(submitPosting, employer(), {
        ...(await shown()),
        confirmed: [],
      });
      if (goal === 'lapsed' && dueDate !== null) return night(dueDate, { state: 'lapsed' }, 'posting.lapsed');
      return undefined;
    },
  };
  const visiting: Step = { at: counterDay(2, '10:20'), act: once(visit) };
  const deciding: Step = {
    at: counterDay(3, '14:05'),
    act: async () => {
      await decisions[goal]?.();
      const { validUntil } = await load();
      if (goal !== 'invalid' || validUntil === null) return undefined;
      const invalidated = { state: goal, invalidatedOn: addDays(validUntil, 1) };
      return night(validUntil, invalidated, 'posting.expired');
    },
  };

  const asking: Step[] = asks === undefined ? [] : [{ at: time.at(1, '16:20'), act: once(ask) }];

  const referring = refers?.(() => postingId) ?? [];
  const laid: Step[] =
    desk === undefined
      ? []
      : [
          {
            at: time.at(0, '08:40'),
            act: once(async () => layOnDesk(house, { clerk, calendar }, desk, await load())),
          },
        ];

  if (goal === 'draft') return [draft];
  if (goal === 'awaiting_visit' || goal === 'lapsed') return [draft, submit];
  const decided = goal === 'under_review' ? [] : [deciding, ...asking, ...referring];
  return [draft, submit, visiting, ...decided, ...laid];
}

/** A step that nothing follows from. */
const once = (act: () => Promise<void>) => async (): Promise<undefined> => {
  await act();
};
