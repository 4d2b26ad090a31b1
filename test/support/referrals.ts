import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Referral, ReferralResult, ResultChannel } from '#app/domain/referral.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { createSchedule } from '#jobs/schedule.ts';
import { validPosting } from './changes.ts';
import type { OpenDatabase } from './database.ts';
import { granted } from './world.ts';

const noInterview = { on: null, at: null, place: null, contact: null };

/** An employer with a posting valid from 2026-11-24 to 2027-01-31, and job seekers to refer to it. */
export async function referralOffice(open: OpenDatabase) {
  const valid = await validPosting(open);
  const { office } = valid;
  const { id: postingId, establishmentId } = await valid.posting();
  let next = 0;
  const seeker = async (): Promise<string> => {
    const values = sampleSeeker(next);
    next += 1;
    return granted(await office.perform(registerSeeker, office.staff.clerk, { values, otherPerson: false }))
      .seekerId;
  };
  const tryRefer = async (more: { seekerId?: string; phoned?: boolean; postingId?: string } = {}) =>
    office.perform(makeReferral, office.staff.clerk, {
      postingId,
      phoned: true,
      certainSeekers: false,
      interview: noInterview,
      note: null,
      ...more,
      seekerId: more.seekerId ?? (await seeker()),
    });
  const referral = async (id: string): Promise<Referral> => {
    const found = await office.stores.referrals.find({ kind: 'all' }, id);
    if (!found) throw new Error(`No referral ${id}.`);
    return found;
  };
  const shown = async (referralId: string) => ({
    referralId,
    version: (await referral(referralId)).version,
  });
  const schedule = createSchedule({ unitOfWork: createUnitOfWork(office.database), clock: office.clock });
  return {
    ...valid,
    postingId,
    establishmentId,
    seeker,
    tryRefer,
    refer: async (more: Parameters<typeof tryRefer>[0] = {}): Promise<string> =>
      granted(await tryRefer(more)).referralId,
    /** Rows as `refer` writes them, for many at once. */
    referMany: async (count: number, referredOn: CalendarDate): Promise<string[]> => {
      const model = await referral(granted(await tryRefer()).referralId);
      await office.stores.referrals.update({ ...model, referredOn });
      const ids = [model.id];
      while (ids.length < count) {
        const id = randomUUID();
        const number = `99010-${String(80_000_000 + Math.floor(next)).padStart(8, '0')}`;
        const made = { ...model, id, number, referredOn, seekerId: await seeker() };
        await office.stores.referrals.insert(made);
        ids.push(id);
      }
      return ids;
    },
    referral,
    shown,
    register: async (
      referralId: string,
      result: ReferralResult = 'not_hired',
      channel: ResultChannel = 'phone',
    ) =>
      office.perform(registerResult, channel === 'mypage' ? valid.employer : office.staff.clerk, {
        ...(await shown(referralId)),
        result,
        channel,
        conditionsDiffered: result === 'hired' ? false : null,
        conditionsNote: null,
      }),
    /** The sweeps of the night before a morning, and what follows from them. */
    night: async (morning: CalendarDate): Promise<void> => {
      office.clock.moveTo(`${morning}T01:00:00+09:00`);
      await schedule();
      await office.runner.runDue();
    },
    mailsOf: (kind: string) => office.mails.filter((mail) => mail.kind === kind),
  };
}
