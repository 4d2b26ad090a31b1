import { TemporaryFailure } from '../failure.ts';
import { finishErasure } from '../finishErasure.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** Run again, it does the same: files are gone already, and a line of the ledger may stand there twice. */
export const retentionFinish = ({ stores, shelf, ledger }: HandlerTools): Handler<'retention.finish'> => ({
  run: async ({ certificateId, subjectType, subjectId, pictures }) => {
    const certificate = await stores.retention.findCertificate(certificateId);
    if (certificate === undefined) return { state: 'cancelled', reason: 'certificate-gone' };
    await ledger.append({ subject: { type: subjectType, id: subjectId }, certificate });
    if (!(await finishErasure({ stores, shelf }, pictures))) throw new TemporaryFailure('log-in-use');
    return { state: 'done' };
  },
});
