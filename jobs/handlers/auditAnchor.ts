import { noCounts } from '#app/domain/sweep.ts';
import { anchorAudit } from '#app/procedures/audit/anchor.ts';
import type { HandlerTools } from './handler.ts';
import { sweep } from './sweep.ts';

/** The line of the log is what a cut-off end of the chain is found by when the database itself was changed. */
export const auditAnchor = (tools: Pick<HandlerTools, 'perform' | 'write' | 'now' | 'tellLog'>) =>
  sweep(tools, 'audit.anchor', ({ perform }) => [
    {
      key: 'head',
      batch: async () => {
        const outcome = await perform(anchorAudit, {});
        if (outcome.ok) {
          const { seq, hash, at, signature } = outcome.value;
          tools.tellLog('audit.anchored', `${seq} ${hash} ${at} ${signature}`);
        }
        const actedOn = outcome.ok ? 1 : 0;
        return { counts: { ...noCounts, lookedAt: actedOn, actedOn }, next: null, failures: [] };
      },
    },
  ]);
