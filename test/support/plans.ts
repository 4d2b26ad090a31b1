import type { TestDatabase } from './database.ts';

/** Runs `read` and tells how the database goes about each of its statements, as EXPLAIN says it. */
export async function plansOf(
  { reader, dialect }: TestDatabase,
  read: () => Promise<unknown>,
): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => asked.push({ sql, bindings });
  reader.on('query', listen);
  await read();
  reader.off('query', listen);
  const plans: string[] = [];
  for (const { sql, bindings } of asked) {
    const plain = dialect === 'postgres' ? sql.replace(/\$\d+/g, '?') : sql;
    const explain = dialect === 'postgres' ? `explain ${plain}` : `explain query plan ${plain}`;
    const result: unknown = await reader.raw(explain, bindings as string[]);
    const rows = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Record<
      string,
      string
    >[];
    plans.push(rows.map((row) => row.detail ?? row['QUERY PLAN']).join('\n'));
  }
  return plans;
}
