import { defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';
import { handInRequest, postingToAskFor } from './support.ts';

/** 有効期間の延長の申込み: no renewal, the posting keeps its number (when and how often: rules/limits/posting.json). */
export const askExtension = defineProcedure<ShownPosting, { requestId: string }>({
  name: 'changeRequest.askExtension',
  permission: 'changeRequest.ask',
  input: object(shownPosting),
  audit: 'changeRequest.asked',

  async run(context, input) {
    const asking = await postingToAskFor(context, input, 'extension', 'posting-change');
    if (!asking.ok) return asking;
    const asked = { kind: 'extension', stopReason: null, stopOn: null } as const;
    return handInRequest(context, asking.posting, asking.open, asked);
  },
});
