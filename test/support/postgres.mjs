/** Where a PostgreSQL may let us in: the one TEST_DATABASE_URL names, else one on the usual port of this machine. */
export function postgresUrls() {
  const user = process.env.USER ?? 'root';
  return process.env.TEST_DATABASE_URL
    ? [process.env.TEST_DATABASE_URL]
    : [
        'postgres://postgres:postgres@127.0.0.1:5432/postgres',
        `postgres://${user}@127.0.0.1:5432/postgres`,
        `postgres://${user}@/postgres?host=/var/run/postgresql`,
      ];
}

/** The first of them that lets us in, or null. */
export async function findPostgres() {
  const { default: pg } = await import('pg');
  for (const url of postgresUrls()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return url;
    } catch {
      await client.end().catch(() => {});
    }
  }
  return null;
}
