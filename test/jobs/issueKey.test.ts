import { beforeEach, expect, test } from 'vitest';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { type KeyBench, keyBench } from './support/keys.ts';
import { minutes } from './support/movableClock.ts';
import { sampleAccount } from './support/samples.ts';

const unknown = 'dare@mihon.example.jp';

describeOnEveryDatabase('Issuing a 認証キー for an asked-for address', (open) => {
  let database: TestDatabase;
  let bench: KeyBench;
  beforeEach(async () => {
    database = await open();
    bench = await keyBench(database);
  });

  const register = (changes: Partial<typeof sampleAccount> = {}) =>
    bench.stores.accounts.insert({ ...sampleAccount, ...changes });
  const ask = async (email: string, purpose: 'start' | 'register') => {
    const requestId = await bench.ask(email, purpose);
    await bench.jobs.runDue();
    return requestId;
  };

  test.each(['mail_registered', 'active'] as const)(
    'password registration of an account in state %s brings a key for 50 minutes',
    async (state) => {
      await register({ state });
      await ask(sampleAccount.email, 'start');
      const key = await bench.stores.keys.newestOf(sampleAccount.id);
      expect(key).toMatchObject({
        issuedAt: bench.clock.instant(),
        expiresAt: bench.clock.instant(minutes(50)),
        usedAt: null,
        voidedAt: null,
      });
      expect(bench.mails.map((mail) => mail.kind)).toEqual(['mail.key']);
    },
  );

  test('a new key voids the one before it', async () => {
    await register();
    await ask(sampleAccount.email, 'start');
    const first = await bench.stores.keys.newestOf(sampleAccount.id);
    bench.clock.forward(minutes(2));
    await ask(sampleAccount.email, 'start');
    expect((await bench.stores.keys.find(first?.id ?? ''))?.voidedAt).toBe(bench.clock.instant());
    expect((await bench.stores.keys.newestOf(sampleAccount.id))?.voidedAt).toBeNull();
  });

  test('password registration of an unknown address sends nothing and keeps the address nowhere', async () => {
    const requestId = await ask(unknown, 'start');
    expect(bench.mails).toEqual([]);
    expect(await bench.row(`key.issue:${requestId}`)).toMatchObject({ state: 'done' });
    for (const table of ['account', 'key_request', 'job', 'audit_entry', 'audit_personal', 'idempotency'])
      expect(JSON.stringify(await database.reader(table)), table).not.toContain(unknown);
    expect(await bench.stores.audit.latestOf({ type: 'keyRequest', id: requestId })).toMatchObject({
      action: 'account.keyIssued',
      actorId: 'key.issue',
    });
  });

  test('online opening with a new address makes the account and brings its key', async () => {
    await ask(unknown, 'register');
    expect(await bench.stores.accounts.findByEmail(unknown)).toMatchObject({
      establishmentId: null,
      openedBy: 'online',
      state: 'mail_registered',
    });
    expect(bench.mails).toMatchObject([{ kind: 'mail.key', recipient: unknown }]);
  });

  test('online opening with the address of an open account tells its holder, without a key', async () => {
    await register({ state: 'active' });
    await ask(sampleAccount.email, 'register');
    expect(bench.mails).toMatchObject([{ kind: 'mail.alreadyRegistered', recipient: sampleAccount.email }]);
    expect(await bench.stores.keys.newestOf(sampleAccount.id)).toBeUndefined();
  });

  test('online opening with an address the counter has registered goes on with that account', async () => {
    await register({ state: 'mail_registered', openedBy: 'counter' });
    await ask(sampleAccount.email, 'register');
    expect(bench.mails).toMatchObject([{ kind: 'mail.key', recipient: sampleAccount.email }]);
    expect(await database.reader('account')).toHaveLength(1);
  });

  test('a job run again after its runner died gives the same receipt and no second key', async () => {
    await register();
    const requestId = await ask(sampleAccount.email, 'start');
    await database
      .writer('job')
      .where({ dedupe: `key.issue:${requestId}` })
      .update({ state: 'running', lease_until: bench.clock.instant(), lease_token: 'of a dead runner' });
    await bench.jobs.runDue();
    expect(await bench.row(`key.issue:${requestId}`)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await database.reader('verification_key')).toHaveLength(1);
    expect(bench.mails).toHaveLength(1);
  });

  test('a request that is gone cancels the job', async () => {
    const requestId = await bench.ask(sampleAccount.email, 'start');
    await bench.stores.keys.takeRequest(requestId);
    await bench.jobs.runDue();
    expect(await bench.row(`key.issue:${requestId}`)).toMatchObject({
      state: 'cancelled',
      last_error: 'key-request-gone',
    });
  });
});
