import type { CalendarDate } from '#app/domain/calendar.ts';
import { refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { calendarDate, object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';
import { handInRequest, postingToAskFor } from './support.ts';

type Input = ShownPosting & {
  reason: string;
  /** The first day on which nobody is to be referred any more. */
  stopOn: CalendarDate;
};

/** 募集停止の申込み of a valid posting (leaflet: 「求人の変更や募集停止などを申し込めます」). */
export const askStop = defineProcedure<Input, { requestId: string }>({
  name: 'changeRequest.askStop',
  permission: 'changeRequest.ask',
  input: object({ ...shownPosting, reason: shortText(600), stopOn: calendarDate }),
  audit: 'changeRequest.asked',

  async run(context, input) {
    const { today } = context;
    const asking = await postingToAskFor(context, input, 'stop', 'posting-stop');
    if (!asking.ok) return asking;
    const { posting, open } = asking;
    const last = posting.validUntil ?? today;
    if (input.stopOn < today || input.stopOn > last)
      return refuse('fields-wrong', {
        fields: [{ field: 'stop_on', code: 'outside-days', params: { first: today, last } }],
      });
    const asked = { kind: 'stop', stopReason: input.reason, stopOn: input.stopOn } as const;
    return handInRequest(context, posting, open, asked);
  },
});
