import { isBusy } from './rows.ts';

/** The database stayed locked for five seconds: the web answers 503 and keeps what was typed. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
}

export type Patience = {
  /** How long it is tried again. */
  milliseconds?: number;
  /** Hears of each time the database was locked by another process. */
  onBusy?(): void;
};

/**
 * Tries again, with rests in between, while another process holds the lock of the database. The wait does not block the
 * event loop, as SQLite's own would. @throws DatabaseBusy once patience is over
 */
export async function withPatience<Result>(
  attempt: () => Promise<Result>,
  { milliseconds = 5_000, onBusy = () => {} }: Patience = {},
): Promise<Result> {
  const giveUpAt = performance.now() + milliseconds;
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      onBusy();
      if (performance.now() > giveUpAt)
        throw new DatabaseBusy('The database stayed locked.', { cause: error });
      await new Promise((resume) => setTimeout(resume, wait * (0.5 + Math.random())));
    }
  }
}
