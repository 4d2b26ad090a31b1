import type { StaffActor } from '#app/domain/actor.ts';
import { addDays } from '#app/domain/calendar.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { type DemoReferrals, demoSeekers } from '#fixtures/demoReferrals.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { schedule } from '#jobs/schedule.ts';
import type { House } from './house.ts';
import type { Step } from './stories.ts';

/** How long before the present the job seekers came to the counter: before anybody is referred. */
const seekersDaysAgo = 45;

/** 求職者の登録; the ids are there once the step is told. */
export function tellSeekers(house: House, clerk: StaffActor): { step: Step; ids: readonly string[] } {
  const ids: string[] = [];
  const step: Step = {
    at: house.time.at(seekersDaysAgo, '08:40'),
    act: async () => {
      for (let index = 0; index < demoSeekers; index += 1) {
        const values = sampleSeeker(index);
        const { seekerId } = await house.act(registerSeeker, clerk, { values, otherPerson: false });
        ids.push(seekerId);
      }
      return undefined;
    },
  };
  return { step, ids };
}

/** 紹介 of several job seekers on one day, and their results by telephone. @param first index of the first seeker */
export function tellReferrals(
  house: House,
  clerk: StaffActor,
  {
    postingId,
    seekers,
    first,
    made,
  }: {
    postingId: () => string;
    seekers: readonly string[];
    first: number;
    /** Takes the ids of the referrals once the step is told. */
    made: string[];
  },
  { daysAgo, count, phoned, result }: DemoReferrals,
): Step {
  const results: Step | undefined = result && {
    at: house.time.at(result.daysAgo, '15:10'),
    act: async () => {
      for (const referralId of made)
        await house.act(registerResult, clerk, {
          referralId,
          version: 1,
          result: result.is,
          channel: 'phone',
          conditionsDiffered: result.is === 'hired' ? false : null,
          conditionsNote: null,
        });
      return undefined;
    },
  };
  return {
    at: house.time.at(daysAgo, '10:50'),
    act: async () => {
      for (const seekerId of seekers.slice(first, first + count)) {
        const { referralId } = await house.act(makeReferral, clerk, {
          seekerId,
          postingId: postingId(),
          phoned,
          certainSeekers: false,
          interview: {
            on: addDays(house.time.today, 4 - daysAgo),
            at: '10:00',
            place: '本社（見本）',
            contact: '総務課　見本 担当',
          },
          note: null,
        });
        made.push(referralId);
      }
      return results;
    },
  };
}

/** The sweeps over referrals in every night up to the present. */
export const tellNights = (house: House): Step[] =>
  Array.from({ length: seekersDaysAgo }, (_, daysAgo) =>
    schedule
      .filter(({ name }) => name === 'referral.notify' || name === 'restriction.impose')
      .map(
        (sweep): Step => ({
          at: house.time.at(daysAgo, sweep.at),
          act: async () => {
            await house.sweep(sweep, addDays(house.time.today, -daysAgo));
            return undefined;
          },
        }),
      ),
  ).flat();
