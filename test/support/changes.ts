import { randomUUID } from 'node:crypto';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { askExtension } from '#app/procedures/changeRequest/askExtension.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { createSchedule } from '#jobs/schedule.ts';
import type { OpenDatabase } from './database.ts';
import { granted, openOffice } from './world.ts';

/** An employer with a valid posting, accepted on 2026-11-24 and valid until 2027-01-31, and what can be done to it. */
export async function validPosting(open: OpenDatabase) {
  const database = await open();
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const pending = await office.submitted(employer, await office.filledIn(employer));
  const { id } = await office.accepted(await office.visited(pending, '2026-11-24'));
  await office.runner.runDue();
  const schedule = createSchedule({ unitOfWork: createUnitOfWork(database), clock: office.clock });

  const posting = (): Promise<Posting> => office.now(id);
  const shown = async () => ({ postingId: id, version: (await posting()).version });
  const request = async (requestId: string): Promise<ChangeRequest> => {
    const found = await office.stores.changeRequests.find({ kind: 'all' }, requestId);
    if (!found) throw new Error(`No request ${requestId}.`);
    return found;
  };
  const decidable = async (requestId: string) => ({ requestId, version: (await request(requestId)).version });
  return {
    office,
    employer,
    posting,
    shown,
    request,
    /** Which, and at which version it is now. */
    decidable,
    tryStop: async (stopOn: string, by: EmployerActor = employer) =>
      office.perform(askStop, by, { ...(await shown()), reason: '採用が決まったため', stopOn }),
    tryExtension: async (by: EmployerActor = employer) => office.perform(askExtension, by, await shown()),
    accept: async (requestId: string) =>
      granted(
        await office.perform(acceptRequest, office.staff.clerk, {
          ...(await decidable(requestId)),
          overrideReason: null,
        }),
      ),
    /** 利用制限 of the employer's MyPage. */
    restrict: () =>
      office.stores.restrictions.insert({
        id: randomUUID(),
        establishmentId: employer.establishmentId ?? '',
        officeId: office.staff.clerk.officeId,
        begunOn: '2026-11-24',
        verdictId: null,
        released: null,
      }),
    /** What the jobs of the night and of the schedule do at this moment. */
    night: async (at: string) => {
      office.clock.moveTo(at);
      await schedule();
      await office.runner.runDue();
    },
    /** Subjects of the mails so far, after the jobs that are due. */
    mails: async () => {
      await office.runner.runDue();
      return office.mails.filter(({ kind }) => kind.startsWith('mail.change'));
    },
  };
}
