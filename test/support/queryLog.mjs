import { appendFileSync } from 'node:fs';
import knex from 'knex';

/**
 * Loaded before the server by NODE_OPTIONS: writes each different statement that the process sends to its database, once
 * and with its first values, as a line of JSON into the file QUERY_LOG names.
 */
const file = process.env.QUERY_LOG;
const seen = new Set();
const { Client } = /** @type {{ Client: { prototype: { query: Function } } }} */ (
  /** @type {unknown} */ (knex)
);
const { query } = Client.prototype;

Client.prototype.query = function logged(/** @type {unknown} */ connection, /** @type {any} */ asked) {
  const { sql, bindings = [] } = typeof asked === 'string' ? { sql: asked } : asked;
  if (file !== undefined && !seen.has(sql)) {
    seen.add(sql);
    appendFileSync(file, `${JSON.stringify({ sql, bindings })}\n`);
  }
  return query.call(this, connection, asked);
};
