import type { CalendarDate } from '#app/domain/calendar.ts';
import { type ComplaintTopic, complaintTopics } from '#app/domain/mismatchComplaint.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, recordId, shortText } from '../schemas.ts';

type Input = {
  establishmentId: string;
  postingId: string | null;
  receivedOn: CalendarDate;
  topics: readonly ComplaintTopic[];
  description: string;
  holdsReferrals: boolean;
};

/** 相違の申出の受付: until it is settled, the checks of every posting of the establishment ask about it (C23). */
export const receiveComplaint = defineProcedure<Input, { complaintId: string }>({
  name: 'complaint.receive',
  permission: 'complaint.handle',
  input: object({
    establishmentId: recordId,
    postingId: { type: ['string', 'null'], minLength: 36, maxLength: 36 },
    receivedOn: calendarDate,
    topics: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: [...complaintTopics] },
    },
    description: shortText(600),
    holdsReferrals: { type: 'boolean' },
  }),
  audit: 'complaint.received',

  async run({ actor, scope, stores, now, today, newId, record }, input) {
    if (actor.kind !== 'staff') throw new Error('Only staff receive complaints.');
    const { establishmentId, postingId, receivedOn, topics, description, holdsReferrals } = input;
    const establishment = notFoundUnless(await stores.establishments.find(scope, establishmentId));
    if (receivedOn > today)
      return refuse('fields-wrong', { fields: [{ field: 'received_on', code: 'in-future' }] });
    if (postingId !== null) {
      const posting = notFoundUnless(await stores.postings.find(scope, postingId));
      notFoundUnless(posting.establishmentId === establishmentId ? posting : null);
    } else if (holdsReferrals)
      return refuse('fields-wrong', { fields: [{ field: 'posting_id', code: 'hold-needs-posting' }] });
    const id = newId();
    await stores.mismatchComplaints.insert({
      id,
      establishmentId,
      officeId: establishment.officeId,
      postingId,
      receivedOn,
      topics,
      description,
      holdsReferrals,
      receivedBy: actor.id,
      receivedAt: now,
      settled: null,
      version: 1,
    });
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { complaintId: id, postingId, receivedOn, topics, holdsReferrals },
      personal: { description },
    });
    return done({ complaintId: id });
  },
});
