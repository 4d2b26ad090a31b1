import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { loadOpenComplaint, type ShownComplaint, shownComplaint } from './support.ts';

type Input = ShownComplaint & { holds: boolean };

/** 紹介の一時保留 of an open complaint, put on or taken off. */
export const holdReferrals = defineProcedure<Input, { establishmentId: string }>({
  name: 'complaint.holdReferrals',
  permission: 'complaint.handle',
  input: object({ ...shownComplaint, holds: { type: 'boolean' } }),
  audit: 'complaint.referralsHeld',

  async run(context, { holds, ...shown }) {
    const { stores, record } = context;
    const complaint = await loadOpenComplaint(context, shown);
    const { id, establishmentId, postingId } = complaint;
    if (postingId === null)
      return refuse('fields-wrong', { fields: [{ field: 'posting_id', code: 'hold-needs-posting' }] });
    await stores.mismatchComplaints.update({ ...complaint, holdsReferrals: holds });
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { complaintId: id, postingId, holds },
    });
    return done({ establishmentId });
  },
});
