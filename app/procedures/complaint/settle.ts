import { type ComplaintOutcome, complaintOutcomes } from '#app/domain/mismatchComplaint.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadOpenComplaint, type ShownComplaint, shownComplaint } from './support.ts';

type Input = ShownComplaint & { outcome: ComplaintOutcome; note: string };

/** 申出の処理を終える: what was found and done; a hold on referrals ends with it. */
export const settleComplaint = defineProcedure<Input, { establishmentId: string }>({
  name: 'complaint.settle',
  permission: 'complaint.handle',
  input: object({
    ...shownComplaint,
    outcome: { type: 'string', enum: [...complaintOutcomes] },
    note: shortText(600),
  }),
  audit: 'complaint.settled',

  async run(context, { outcome, note, ...shown }) {
    const { actor, stores, today, record } = context;
    if (actor.kind !== 'staff') throw new Error('Only staff settle complaints.');
    const complaint = await loadOpenComplaint(context, shown);
    await stores.mismatchComplaints.update({
      ...complaint,
      holdsReferrals: false,
      settled: { outcome, note, on: today, by: actor.id },
    });
    record({
      subject: { type: 'establishment', id: complaint.establishmentId },
      detail: { complaintId: complaint.id, outcome, heldReferrals: complaint.holdsReferrals },
      personal: { note },
    });
    return done({ establishmentId: complaint.establishmentId });
  },
});
