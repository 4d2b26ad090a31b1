import { setTimeout as rest } from 'node:timers/promises';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { messageIdOf } from '#jobs/mail/transport.ts';
import { type Act, acts, type Experience, withoutReceipt } from './crowd.ts';
import type { Installation } from './installation.ts';

/** What came of what people were told. Everything but the copies has to be 0. */
export type Judgement = {
  acknowledged: number;
  /** Acts somebody was told of that the database does not know. */
  lost: number;
  /** Acts that happened more than once, and forms whose second answer differed from the first. */
  duplicated: number;
  /** Acts of which a part is there: record, audit row, receipt, job. */
  halfDone: number;
  /** Mails that follow from an acknowledged act and have not arrived. */
  mailsMissing: number;
  /** Arrived again under the same Message-ID. */
  mailsExtra: number;
  auditBreaks: number;
  /** Slots of the day that were not finished. */
  slotsUndone: number;
  jobsDead: number;
  /** Pages of kinds that should not exist, 500 among them. */
  unexpectedAnswers: number;
  integrity: string;
};

const mailHost = '127.0.0.1';
const hour = 3_600_000;

/** Jobs nobody has finished yet, apart from those that are asked for on a later day. */
const openJobs = async ({ database, clock }: Installation): Promise<object[]> =>
  database
    .reader('job')
    .whereIn('state', ['ready', 'running'])
    .where('run_at', '<=', new Date(clock.now().getTime() + 2 * hour).toISOString());

/**
 * Waits until every job has come to its end. The clock of the installation moves on by an hour whenever nothing happens
 * any more, so that leases and rests end. @throws when that does not help within a day
 */
export async function settled(installation: Installation): Promise<void> {
  for (let hours = 0; hours < 24; hours += 1) {
    let before = (await openJobs(installation)).length;
    for (let quiet = 0; before > 0 && quiet < 20; quiet += 1) {
      await rest(250);
      const now = (await openJobs(installation)).length;
      if (now < before) quiet = 0;
      before = now;
    }
    if (before === 0) return;
    await installation.clock.moveBy(hour);
  }
  throw new Error(`Jobs do not end: ${JSON.stringify(await openJobs(installation))}`);
}

const repeated = (values: readonly string[]): number => values.length - new Set(values).size;

export async function judge(installation: Installation, experience: Experience): Promise<Judgement> {
  const { database, office, mail } = installation;
  const postings: Record<string, string | null>[] = await database
    .reader('posting')
    .select('id', 'number', 'applied_on');
  const jobs: { kind: string; state: string; dedupe: string; payload: string }[] = await database
    .reader('job')
    .select('kind', 'state', 'dedupe', 'payload');
  // A line that was cut after the final dot has delivered its mail; a refused one has not.
  const ids = mail.received
    .filter(({ answer }) => answer === 250 || answer === 'late' || answer === 'cut')
    .map(({ mail: { messageId } }) => messageId ?? '');
  const arrived = new Set(ids);

  let lost = 0;
  let duplicated = experience.otherAnswers;
  let halfDone = 0;
  let mailsMissing = 0;
  for (const act of Object.keys(acts) as Act[]) {
    const { action, mail: kind } = acts[act];
    const audits: string[] = await database.reader('audit_entry').where({ action }).pluck('subject_id');
    const done = new Set(
      postings
        .filter(({ number, applied_on }) => (act === 'submit' ? applied_on : number) !== null)
        .map(({ id }) => id ?? ''),
    );
    const mails = jobs.filter((job) => job.kind === kind);
    const mailOf = new Map(mails.map((job) => [String(JSON.parse(job.payload).postingId), job]));
    const told = experience.acknowledged.filter((one) => one.act === act).map(({ postingId }) => postingId);

    lost += told.filter((id) => !done.has(id)).length;
    duplicated += repeated(audits) + repeated(told) + (mails.length - mailOf.size);
    const parts = [new Set(audits), new Set(mailOf.keys())];
    const everything = new Set([...done, ...audits, ...mailOf.keys()]);
    halfDone += [...everything].filter((id) => !done.has(id) || parts.some((part) => !part.has(id))).length;
    halfDone += Math.abs((await withoutReceipt(installation, act)) - experience.withoutReceipt[act]);
    mailsMissing += told.filter((id) => {
      const job = mailOf.get(id);
      return job === undefined || !arrived.has(messageIdOf(job.dedupe, mailHost));
    }).length;
  }
  duplicated += repeated(postings.flatMap(({ number }) => (number === null ? [] : [String(number)])));

  const chain = await verifyAuditChain(database.writer, office.secrets.auditKey);
  const integrity =
    database.dialect === 'sqlite'
      ? Object.values((await database.reader.raw('PRAGMA integrity_check'))[0]).join()
      : 'ok';
  return {
    acknowledged: experience.acknowledged.length,
    lost,
    duplicated,
    halfDone,
    mailsMissing,
    mailsExtra: repeated(ids),
    auditBreaks: chain.firstBad === null ? 0 : 1,
    slotsUndone: jobs.filter(({ dedupe, state }) => dedupe.startsWith('sweep:') && state !== 'done').length,
    jobsDead: jobs.filter(({ state }) => state === 'dead').length,
    unexpectedAnswers: Object.values(experience.unexpected).reduce((sum, count) => sum + count, 0),
    integrity: String(integrity),
  };
}
