import { done, refuse } from '#app/domain/refusal.ts';
import { type LedgerLine, totalRows } from '#app/domain/retention.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { subjectInput } from './look.ts';

/**
 * A backup was restored that holds somebody who was erased since: the ledger says so, no rule is asked again. The
 * certificate of then comes back with it.
 */
export const eraseAgain = defineProcedure<LedgerLine, { pictures: readonly string[] }>({
  name: 'retention.eraseAgain',
  permission: 'retention.erase',
  input: object({ subject: subjectInput, certificate: { type: 'object' } }),
  audit: 'retention.erasedAgain',

  async run({ stores, now, record }, { subject, certificate }) {
    const [present] = await stores.erasures.present([subject]);
    const known = await stores.retention.findCertificate(certificate.id);
    if (present === undefined && known !== undefined) return refuse('erasure-not-due');
    if (known === undefined) await stores.retention.insertCertificate(certificate);
    const { counts, rowsHash, pictures } = await stores.erasures.erase(subject, now);
    record({
      subject: { type: 'erasure', id: certificate.id },
      detail: { number: certificate.number, rows: totalRows(counts), rowsHash },
    });
    return done({ pictures });
  },
});
