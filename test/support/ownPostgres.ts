import { randomUUID } from 'node:crypto';
import knex from 'knex';

/** A database of one's own on a PostgreSQL server, for processes that only know a DATABASE_URL. */
export async function ownPostgres(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string): Promise<void> => {
    const server = knex({ client: 'pg', connection: serverUrl, pool: { min: 0, max: 1 } });
    await server.raw(statement, [name]).finally(() => server.destroy());
  };
  await onServer('create database ??');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer('drop database ?? with (force)') };
}
