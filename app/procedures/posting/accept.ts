import type { CalendarDate } from '#app/domain/calendar.ts';
import { formatPostingNumber } from '#app/domain/ids.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, optionalText, type ShownPosting, shownPosting } from '../schemas.ts';
import { validUntil } from './judgement.ts';
import { endReview, judgeContentAndKeep, loadPosting, verdictDetail } from './support.ts';

type Input = ShownPosting & {
  /** Why it is accepted although a red check is open; null when none is. */
  overrideReason: string | null;
  note: string | null;
};

/**
 * 受理: the posting gets its number and becomes valid to the end of the second month after this one
 * (「申込み内容は、ハローワークで確認後に受理・公開します」; validity: rules/limits/posting.json).
 */
export const acceptPosting = defineProcedure<Input, { number: string; validUntil: CalendarDate }>({
  name: 'posting.accept',
  permission: 'posting.accept',
  input: object({ ...shownPosting, overrideReason: optionalText(600), note: optionalText(600) }),
  audit: 'posting.accepted',

  async run(context, input) {
    const { scope, stores, rules, today, now, record, enqueue } = context;
    const posting = await loadPosting(context, input, 'accept');
    await endReview(context, posting.id);
    const establishment = notFoundUnless(await stores.establishments.find(scope, posting.establishmentId));
    if (establishment.state !== 'registered') return refuse('establishment-not-registered');
    const verdict = await judgeContentAndKeep(context, posting, 'accept');
    if (verdict.outcome === 'blocked' && input.overrideReason === null)
      return refuse('content-blocked', {
        verdict,
        fields: [{ field: 'override_reason', code: 'required-when-blocked' }],
      });

    const office = notFoundUnless(await stores.offices.find(posting.officeId));
    const number = formatPostingNumber(office.code, await stores.postings.nextSerial(office.id));
    const lastDay = validUntil(rules, today);
    await stores.postings.update({
      ...posting,
      state: 'valid',
      number,
      acceptedOn: today,
      validUntil: lastDay,
      updatedAt: now,
    });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: {
        number,
        validUntil: lastDay,
        content: verdictDetail(verdict),
        overridden: verdict.outcome === 'blocked',
      },
      personal: { overrideReason: input.overrideReason, note: input.note },
    });
    enqueue({
      kind: 'mail.postingAccepted',
      payload: { postingId: posting.id },
      dedupe: `postingAccepted:${posting.id}:${posting.version}`,
    });
    return done({ number, validUntil: lastDay });
  },
});
