import type { Knex } from 'knex';
import type { Database } from './connection.ts';
import { isBusy } from './rows.ts';
import { createStores, type Stores } from './stores/index.ts';

/** The database stayed locked for five seconds: the web answers 503 and keeps what was typed. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
}

class RollBack extends Error {}

const patienceMs = 5_000;

async function withPatience<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + patienceMs;
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt)
        throw new DatabaseBusy('The database stayed locked.', { cause: error });
      await new Promise((resume) => setTimeout(resume, wait * (0.5 + Math.random())));
    }
  }
}

/**
 * One transaction over all stores. `keep` looks at the result: where it says no (a refusal), everything is rolled
 * back and the result is still returned.
 */
export type UnitOfWork = <Result>(
  work: (stores: Stores) => Promise<Result>,
  keep?: (result: Result) => boolean,
) => Promise<Result>;

export function createUnitOfWork(database: Database): UnitOfWork {
  return (work, keep = () => true) =>
    withPatience(async () => {
      let refused: { result: Awaited<ReturnType<typeof work>> } | undefined;
      try {
        return await database.writer.transaction(async (transaction: Knex.Transaction) => {
          const result = await work(createStores(transaction, database.dialect));
          if (!keep(result)) {
            refused = { result };
            throw new RollBack();
          }
          return result;
        });
      } catch (error) {
        if (error instanceof RollBack && refused) return refused.result;
        throw error;
      }
    });
}
