import { judgesPostings, rejudgePosting } from '#app/procedures/posting/rejudge.ts';
import type { Handler, HandlerTools } from './handler.ts';

const PAGE = 200;

/**
 * Judges every posting that waits again under a version that has just come into force. Run again, it finds the verdicts
 * it has kept and keeps no second one.
 */
export const rulesRejudge = ({
  perform,
  stores,
}: Pick<HandlerTools, 'perform' | 'stores'>): Handler<'rules.rejudge'> => ({
  run: async ({ ruleSet, version }, job) => {
    if (!judgesPostings(ruleSet)) return { state: 'cancelled', reason: 'no-open-items' };
    let after = '';
    for (;;) {
      const ids = await stores.postings.waiting(after, PAGE);
      for (const postingId of ids) {
        await perform(
          rejudgePosting,
          { kind: 'system', job: 'rules.rejudge' },
          { postingId, ruleSet, version },
          { requestId: job.id },
        );
      }
      const last = ids.at(-1);
      if (last === undefined) return { state: 'done' };
      after = last;
    }
  },
});
