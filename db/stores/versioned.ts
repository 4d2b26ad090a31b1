import type { Knex } from 'knex';

/**
 * The record has moved on since it was read: another version, another state, another hand. Never retried; perform()
 * adds who did what and when, and the web shows it as 409.
 */
export class StaleRecord extends Error {
  override name = 'StaleRecord';
  readonly subject: { type: string; id: string };

  constructor(type: string, id: string) {
    super(`${type} ${id} has changed since it was read.`);
    this.subject = { type, id };
  }
}

/** Every update of an aggregate: only where the version is still the one that was read. */
export async function updateVersion(
  knex: Knex,
  table: string,
  record: { id: string; version: number },
  columns: Record<string, unknown>,
): Promise<void> {
  const changed = await knex(table)
    .where({ id: record.id, version: record.version })
    .update({ ...columns, version: record.version + 1 });
  if (changed !== 1) throw new StaleRecord(table, record.id);
}
