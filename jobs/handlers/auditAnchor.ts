import { anchorAudit } from '#app/procedures/audit/anchor.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** The line of the log is what a cut-off end of the chain is found by when the database itself was changed. */
export const auditAnchor = ({
  perform,
  tellLog,
}: Pick<HandlerTools, 'perform' | 'tellLog'>): Handler<'audit.anchor'> => ({
  run: async (_payload, job) => {
    const outcome = await perform(
      anchorAudit,
      { kind: 'system', job: 'audit.anchor' },
      {},
      { requestId: job.id },
    );
    if (outcome.ok) {
      const { seq, hash, at, signature } = outcome.value;
      tellLog('audit.anchored', `${seq} ${hash} ${at} ${signature}`);
    }
    return { state: 'done' };
  },
});
