import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';
import { endReview, judgeVisitAndKeep, loadPosting, verdictDetail } from './support.ts';

/** Leaflet 「その他、ハローワークが必要と認める場合」: a clerk asks for a visit; the 14 days run from today. */
export const demandVisit = defineProcedure<ShownPosting & { reason: string }, null>({
  name: 'posting.demandVisit',
  permission: 'posting.demandVisit',
  input: object({ ...shownPosting, reason: shortText(600) }),
  audit: 'posting.visitDemanded',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const posting = await loadPosting(context, input, 'demandVisit');
    await endReview(context, posting.id);
    if (posting.visitedOn !== null) return refuse('visit-already-made');
    const demanded = { ...posting, officeDemand: true };
    const verdict = await judgeVisitAndKeep(context, demanded, 'demandVisit');
    await stores.postings.update({
      ...demanded,
      state: 'awaiting_visit',
      dueDate: verdict.dueDate ?? null,
      waitingSince: now,
      updatedAt: now,
    });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { verdict: verdictDetail(verdict) },
      personal: { reason: input.reason },
    });
    enqueue({
      kind: 'mail.visitDemanded',
      payload: { postingId: posting.id },
      dedupe: `visitDemanded:${posting.id}:${posting.version}`,
    });
    return done(null);
  },
});
