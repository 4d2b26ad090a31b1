import type { Knex } from 'knex';
import type { Database } from './connection.ts';
import { type Patience, withPatience } from './patience.ts';
import { createStores, type Stores } from './stores/index.ts';

class RollBack extends Error {}

/**
 * One transaction over all stores. `keep` looks at the result: where it says no (a refusal), everything is rolled
 * back and the result is still returned.
 */
export type UnitOfWork = <Result>(
  work: (stores: Stores) => Promise<Result>,
  keep?: (result: Result) => boolean,
) => Promise<Result>;

export function createUnitOfWork(database: Database, patience: Patience = {}): UnitOfWork {
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
    }, patience);
}
