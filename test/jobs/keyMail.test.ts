import { beforeEach, expect, test } from 'vitest';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { type KeyBench, keyBench } from './support/keys.ts';
import { minutes, seconds } from './support/movableClock.ts';
import { sampleAccount } from './support/samples.ts';

const { email } = sampleAccount;
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

describeOnEveryDatabase('The mail with the 認証キー', (open) => {
  let database: TestDatabase;
  let bench: KeyBench;
  beforeEach(async () => {
    database = await open();
    bench = await keyBench(database);
    await bench.stores.accounts.insert(sampleAccount);
  });

  const newestKey = () => bench.stores.keys.newestOf(sampleAccount.id);
  const mailRow = async () => bench.row(`key:${(await newestKey())?.id}`);

  /** Issues the key while the mails stand still. */
  async function issueOnly(): Promise<void> {
    await bench.ask(email, 'start');
    await bench.issueOnly();
    expect((await mailRow()).state).toBe('ready');
    expect((await newestKey())?.sealed).not.toBeNull();
  }

  test('holds the key once, in groups of four, with its deadline in Japanese time', async () => {
    await bench.ask(email, 'start');
    await bench.jobs.runDue();
    expect(bench.mails).toHaveLength(1);
    const [mail] = bench.mails;
    expect(mail?.recipient).toBe(email);
    expect(occurrences(mail?.body ?? '', 'MIHO-N000-0001')).toBe(1);
    expect(mail?.subject).not.toContain('MIHO');
    expect(mail?.body).toContain('2026年11月24日(火)（令和8年）09:50まで（発行から50分間）');
  });

  test('leaves no copy of the key behind: not in the key, not in any job, not in the receipts or the log', async () => {
    await bench.ask(email, 'start');
    await bench.jobs.runDue();
    expect((await newestKey())?.sealed).toBeNull();
    for (const table of ['job', 'verification_key', 'idempotency', 'audit_entry', 'audit_personal']) {
      const text = JSON.stringify(await database.reader(table));
      expect(text, table).not.toContain('MIHON0000001');
      expect(text, table).not.toContain(Buffer.from('MIHON0000001').toString('base64'));
    }
  });

  test('is dropped when it would come after the 50 minutes, and the sealed copy with it', async () => {
    await issueOnly();
    bench.clock.forward(minutes(51));
    await bench.jobs.runDue();
    expect(bench.mails).toEqual([]);
    expect(await mailRow()).toMatchObject({ state: 'cancelled', last_error: 'expired' });
    expect((await newestKey())?.sealed).toBeNull();
  });

  test('still goes out in the last second', async () => {
    await issueOnly();
    bench.clock.forward(minutes(50) - seconds(1));
    await bench.jobs.runDue();
    expect(bench.mails).toHaveLength(1);
  });

  test('does not go out when the key has been used or a newer one has voided it', async () => {
    await issueOnly();
    const key = await newestKey();
    await bench.stores.keys.voidAllOf(sampleAccount.id, bench.clock.instant());
    await bench.jobs.runDue();
    expect(bench.mails).toEqual([]);
    expect(await bench.row(`key:${key?.id}`)).toMatchObject({ state: 'cancelled', last_error: 'key-voided' });
  });
});
