import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Dialect } from '../connection.ts';
import { toJson } from '../rows.ts';

/** One thing that somebody did, as the audit chain keeps it. Personal values never stand in `detail`. */
export type AuditEntry = {
  at: string;
  actorKind: string;
  actorId: string;
  role: string;
  officeId: string | null;
  action: string;
  subject: { type: string; id: string };
  requestId: string;
  detail: unknown;
  /** Personal values and free text: kept apart, so erasure can remove them and the chain still verifies. */
  personal: Readonly<Record<string, unknown>>;
};

export type AuditStore = {
  append(entry: AuditEntry, chainKey: Uint8Array): Promise<number>;
  /** Who did what last to a subject; for telling the loser of a race. */
  latestOf(
    subject: AuditEntry['subject'],
  ): Promise<{ actorId: string; action: string; at: string } | undefined>;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** HMAC over the row's canonical JSON; `prev` inside it makes the rows a chain. */
export const auditHash = (chainKey: Uint8Array, row: Record<string, unknown>): string =>
  createHmac('sha256', chainKey)
    .update(JSON.stringify(row, Object.keys(row).sort()))
    .digest('hex');

export const commitmentOf = (salt: string, value: string): string => sha256(`${salt}\n${value}`);

export function auditStore(knex: Knex, dialect: Dialect): AuditStore {
  return {
    append: async (entry, chainKey) => {
      // The head row serialises writers on PostgreSQL, so audit order is commit order; SQLite has one writer.
      const headQuery = knex('audit_head').where({ id: 1 });
      const head = await (dialect === 'postgres' ? headQuery.forUpdate() : headQuery).first();
      const seq: number = head.seq + 1;
      const personal = Object.entries(entry.personal).map(([field, value]) => ({
        seq,
        field,
        salt: randomBytes(16).toString('hex'),
        value: toJson(value),
      }));
      const row = {
        seq,
        at: entry.at,
        actor_kind: entry.actorKind,
        actor_id: entry.actorId,
        role: entry.role,
        office_id: entry.officeId,
        action: entry.action,
        subject_type: entry.subject.type,
        subject_id: entry.subject.id,
        request_id: entry.requestId,
        detail: toJson({
          ...(entry.detail as object),
          personal: Object.fromEntries(
            personal.map(({ field, salt, value }) => [field, commitmentOf(salt, value)]),
          ),
        }),
        prev: head.hash as string,
      };
      const hash = auditHash(chainKey, row);
      await knex('audit_entry').insert({ ...row, hash });
      if (personal.length > 0) await knex('audit_personal').insert(personal);
      await knex('audit_head').where({ id: 1 }).update({ seq, hash });
      return seq;
    },
    latestOf: async (subject) => {
      const row = await knex('audit_entry')
        .where({ subject_type: subject.type, subject_id: subject.id })
        .orderBy('seq', 'desc')
        .first();
      return row && { actorId: row.actor_id, action: row.action, at: row.at };
    },
  };
}

/** Walks the chain from the first row; tells the count and the first row that does not hold, if any. */
export async function verifyAuditChain(
  knex: Knex,
  chainKey: Uint8Array,
): Promise<{ rows: number; firstBad: number | null }> {
  let prev = '';
  let rows = 0;
  for (;;) {
    const page = await knex('audit_entry').where('seq', '>', rows).orderBy('seq').limit(1_000);
    for (const { hash, ...row } of page) {
      if (row.seq !== rows + 1 || row.prev !== prev || auditHash(chainKey, row) !== hash)
        return { rows, firstBad: rows + 1 };
      prev = hash;
      rows += 1;
    }
    if (page.length === 0) break;
  }
  const head = await knex('audit_head').where({ id: 1 }).first();
  return { rows, firstBad: head.seq === rows && head.hash === prev ? null : rows + 1 };
}
