import { createHmac } from 'node:crypto';
import { done, refuse } from '#app/domain/refusal.ts';
import { type ErasureCertificate, type ErasureSubject, isHeld, totalRows } from '#app/domain/retention.ts';
import { verdictDetail } from '../posting/support.ts';
import { defineProcedure, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { dueDayOf, type JudgedMypage, judgeMypage } from './due.ts';

/** Opaque to whoever has not the key; with it, the answer to 「was this one erased?」. */
export const subjectHash = (key: Uint8Array, about: string): string =>
  createHmac('sha256', key).update(about).digest('hex');

/** What of a 事業所番号 is hashed. */
export const numberSubject = (number: string): string => `number:${number}`;

/** How long a notice is tried to be sent; afterwards its sealed address goes unsent. */
const noticeMs = 72 * 3_600_000;

/**
 * 消去 (leaflet: 「退会手続き完了後…完全に消去されます」, 「自動的に消去されます」). Asked again in the transaction that erases:
 * whether the office lets it, whether the establishment is on hold, whether the rule still says so. Afterwards nothing
 * of the MyPage is in the database but a certificate that names nobody. Files, the ledger and the log of the database
 * follow by job.
 */
export const eraseMypage = defineProcedure<{ markId: string }, { certificateId: string }>({
  name: 'retention.erase',
  permission: 'retention.erase',
  input: object({ markId: recordId }),
  audit: 'retention.erased',

  async run(context, { markId }) {
    const { stores, rules, secrets, today, now, newId, record, enqueue } = context;
    const mark = await stores.retention.findMark(markId);
    const judged = mark && (await judgeMypage(context, mark.subject));
    if (mark === undefined || judged?.verdict.outcome !== 'erase') return refuse('erasure-not-due');
    const setting =
      judged.officeId === null
        ? await stores.retention.firstAutomatic()
        : await stores.retention.settingOf(judged.officeId);
    if (!setting?.automatic) return refuse('erasure-off');
    const { subject } = mark;
    if (subject.type === 'establishment' && isHeld(await stores.retention.holdOf(subject.id), today))
      return refuse('erasure-held');

    const erased = await stores.erasures.erase(subject, now);
    const head = await stores.audit.lockHead();
    const { verdict, number } = judged;
    const certificate: ErasureCertificate = {
      id: newId(),
      number: await stores.retention.nextNumber(),
      subjectHash: subjectHash(secrets.erasureKey, `${subject.type}:${subject.id}`),
      numberHash: number === null ? null : subjectHash(secrets.erasureKey, numberSubject(number)),
      officeId: judged.officeId,
      ruleSet: verdict.ruleSet,
      ruleVersion: verdict.version,
      ruleHash: verdict.hash,
      rules: verdict.reasons.map(({ rule }) => rule),
      baseDate: dueDayOf(rules, verdict).baseDate,
      erasedAt: now,
      counts: erased.counts,
      rowsHash: erased.rowsHash,
      pictures: erased.pictures.length,
      notices: judged.emails.length,
      allowedBy: setting.changedBy,
      auditSeq: head.seq + 1,
      auditHash: head.hash,
    };
    await stores.retention.insertCertificate(certificate);
    await tellHolders(context, certificate, judged);
    enqueue(finishJob(certificate, subject, erased.pictures));
    record({
      subject: { type: 'erasure', id: certificate.id },
      detail: {
        number: certificate.number,
        rows: totalRows(erased.counts),
        rowsHash: erased.rowsHash,
        ...verdictDetail(verdict),
      },
    });
    return done({ certificateId: certificate.id });
  },
});

/** What follows the commit: files, the line of the ledger, the log of the database. */
const finishJob = (certificate: ErasureCertificate, subject: ErasureSubject, pictures: readonly string[]) =>
  ({
    kind: 'retention.finish',
    payload: { certificateId: certificate.id, subjectType: subject.type, subjectId: subject.id, pictures },
    dedupe: `erased:${certificate.id}`,
  }) as const;

/** The last mail to each holder: the address is sealed in it and nowhere else any more. */
async function tellHolders(
  { stores, secrets, today, now, newId, enqueue }: ProcedureContext,
  certificate: ErasureCertificate,
  { emails, officeId, verdict }: JudgedMypage,
): Promise<void> {
  const office = officeId === null ? undefined : await stores.offices.find(officeId);
  for (const to of emails) {
    const noticeId = newId();
    const letter = {
      to,
      office: office === undefined ? null : { name: office.name, phone: office.phone },
      erasedOn: today,
      reasons: verdict.reasons.map(({ message }) => message),
    };
    await stores.retention.insertNotice({
      id: noticeId,
      certificateId: certificate.id,
      sealed: secrets.seal(JSON.stringify(letter)),
    });
    enqueue({
      kind: 'mail.mypageErased',
      payload: { noticeId },
      dedupe: `mypageErased:${noticeId}`,
      expiresAt: new Date(Date.parse(now) + noticeMs).toISOString(),
    });
  }
}
