import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Application, compose } from '#app/composition.server.ts';
import { newAccount } from '#app/domain/account.ts';
import { visitor } from '#app/domain/actor.ts';
import { readEnv } from '#app/env.server.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import { type Bench, type BenchResult, figure, ratio } from './support/bench.ts';

/** Requests of each kind: as many for addresses that are known as for others. */
const requests = 200;

/** The gap between the medians that tells nobody anything (reliability.md §1.3, 6.3.8). */
const widest = 1.1;

const password = '見本のとても長い合言葉です二千二十六';

/** Opens an account for each address of the bench, with the same password. */
async function openAccounts(app: Application, emails: readonly string[]): Promise<void> {
  const passwordHash = await app.secrets.hash(password);
  await app.write(async (stores) => {
    for (const email of emails) {
      const account = newAccount({
        id: randomUUID(),
        establishmentId: null,
        email,
        openedBy: 'online',
        suspendedOn: null,
        createdAt: '2026-11-24T00:00:00.000Z',
      });
      await stores.accounts.insert({ ...account, state: 'active', passwordHash });
    }
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of one request. */
async function taken(ask: (email: string) => Promise<unknown>, email: string): Promise<number> {
  const start = performance.now();
  await ask(email);
  return performance.now() - start;
}

/** Whether the time of an answer tells if an address has an account: at sign-in, パスワード登録 and パスワードの再設定. */
export const bench: Bench = async ({ say }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-addresses-'));
  const app = await compose(readEnv({ NODE_ENV: 'test', DATA_DIR: folder }));
  const ask = (purpose: 'start' | 'forgot') => (email: string) =>
    app.perform(requestKey, visitor, { email, purpose }, { requestId: randomUUID() });
  const pages: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
    'sign-in': (email) =>
      app.perform(
        signIn,
        visitor,
        { email, password: 'ちがうパスワードを入れました', device: 'other' },
        { requestId: randomUUID() },
      ),
    'key request': ask('start'),
    forgot: ask('forgot'),
  };
  try {
    const results: BenchResult[] = [];
    for (const [page, request] of Object.entries(pages)) {
      say(`${page}: ${requests} known and ${requests} unknown addresses`);
      const word = page.replace(' ', '-');
      const addresses = (kind: string) =>
        Array.from({ length: requests + 1 }, (_, index) => `${word}-${kind}-${index}@mihon.example`);
      const [known, unknown] = [addresses('known'), addresses('other')];
      await openAccounts(app, known);
      const times = { known: [] as number[], unknown: [] as number[] };
      for (let index = 0; index <= requests; index += 1) {
        // By turns who is first, because what runs after an argon2 hash finds the caches as that has left them.
        const both = [
          ['known', known[index] ?? ''],
          ['unknown', unknown[index] ?? ''],
        ] as const;
        for (const [kind, email] of index % 2 === 0 ? both : both.toReversed()) {
          const time = await taken(request, email);
          // The first pair warms the code.
          if (index > 0) times[kind].push(time);
        }
      }
      // Of pairs, which were asked at the same moment: whatever else the machine does falls on both.
      const against = median(times.known.map((time, pair) => time / (times.unknown[pair] ?? Number.NaN)));
      const gap = Math.max(against, 1 / against);
      results.push(
        figure(`${page}, known address, median`, median(times.known), 'ms'),
        figure(`${page}, unknown address, median`, median(times.unknown), 'ms'),
        ratio(`${page}, known`, gap, 'unknown, by pairs', { atMost: widest }),
      );
    }
    return results;
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
};
