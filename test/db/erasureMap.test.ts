import { expect, test } from 'vitest';
import { erasureMap } from '#db/stores/erasureMap.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';

type Columns = Readonly<Record<string, readonly string[]>>;

/** What the migrations keep for themselves. */
const bookkeeping = /^(schema_migration|knex_|sqlite_)/;

/** Every table with all of its columns, and with those that hold text. */
async function schemaOf({
  dialect,
  reader,
  settings,
}: TestDatabase): Promise<{ all: Columns; texts: Columns }> {
  const rows: { table: string; column: string; type: string }[] =
    dialect === 'sqlite'
      ? await reader.raw(
          "select m.name as 'table', c.name as 'column', c.type from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'",
        )
      : (
          await reader.raw(
            'select table_name as "table", column_name as "column", data_type as type from information_schema.columns where table_schema = ?',
            [settings.dialect === 'postgres' ? (settings.schema ?? 'public') : ''],
          )
        ).rows;
  const all: Record<string, string[]> = {};
  const texts: Record<string, string[]> = {};
  for (const { table, column, type } of rows.filter(({ table }) => !bookkeeping.test(table))) {
    all[table] = [...(all[table] ?? []), column];
    texts[table] = [...(texts[table] ?? []), ...(/char|text|json|bytea|blob/i.test(type) ? [column] : [])];
  }
  return { all, texts };
}

const columnsOf = ({ texts, empties = {} }: (typeof erasureMap)[number]): string[] => [
  ...texts.split(' ').filter((name) => name !== ''),
  ...Object.keys(empties),
];

describeOnEveryDatabase('The erasure map', (open) => {
  test('says of every table and every text column what becomes of it, and of nothing else', async () => {
    const { texts } = await schemaOf(await open());
    const mapped = new Map(erasureMap.map((entry) => [entry.table, columnsOf(entry)]));
    const missing = Object.entries(texts).flatMap(([table, columns]) => {
      const known = mapped.get(table);
      if (known === undefined)
        return [
          `Table "${table}" has no erasure class: add { table: '${table}', class: …, texts: '${columns.join(' ')}' } to db/stores/erasureMap.ts (with \`by\`, before the tables it refers to, if rows go with a MyPage).`,
        ];
      return columns
        .filter((column) => !known.includes(column))
        .map(
          (column) =>
            `Column "${table}.${column}" has no erasure class: add it to \`texts\` (goes with the row) or \`empties\` of '${table}' in db/stores/erasureMap.ts.`,
        );
    });
    const stale = [...mapped].flatMap(([table, columns]) =>
      columns
        .filter((column) => !texts[table]?.includes(column))
        .map((column) => `"${table}.${column}" is in db/stores/erasureMap.ts and not in the schema.`),
    );
    expect([...missing, ...stale]).toEqual([]);
  });

  test('names columns that exist: those by which rows are found, and keys', async () => {
    const { all } = await schemaOf(await open());
    const wrong = erasureMap.flatMap(({ table, by = [], key = by.length > 0 ? ['id'] : [] }) =>
      [...by.map(([column]) => column), ...key]
        .filter((column) => !all[table]?.includes(column))
        .map((column) => `${table}.${column}`),
    );
    expect(wrong).toEqual([]);
  });

  test('says how rows of a MyPage are found, and why others stay', () => {
    const incomplete = erasureMap.filter(({ class: kind, by, because }) =>
      kind === 'kept' || kind === 'age' ? because === undefined : kind !== 'seeker' && by === undefined,
    );
    expect(incomplete.map(({ table }) => table)).toEqual([]);
    expect(new Set(erasureMap.map(({ table }) => table)).size).toBe(erasureMap.length);
  });

  test('takes rows away before what they refer to', async () => {
    const { dialect, reader } = await open();
    if (dialect !== 'sqlite') return;
    const order = erasureMap.filter(({ by }) => by !== undefined).map(({ table }) => table);
    const references: { child: string; parent: string }[] = await reader.raw(
      "select m.name as child, f.'table' as parent from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'",
    );
    const late = references.filter(
      ({ child, parent }) =>
        order.includes(parent) && child !== parent && order.indexOf(child) > order.indexOf(parent),
    );
    expect(late).toEqual([]);
    const forgotten = references.filter(
      ({ child, parent }) =>
        order.includes(parent) && !order.includes(child) && !['message', 'erasure_notice'].includes(child),
    );
    expect(forgotten).toEqual([]);
  });
});
