import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { AuditAnchor } from '#app/domain/retention.ts';
import type { Dialect } from '../connection.ts';
import { toJson } from '../rows.ts';

/** One thing that somebody did, as the audit chain keeps it. Personal values never stand in `detail`. */
export type AuditEntry = {
  at: string;
  actorKind: string;
  actorId: string;
  role: string;
  /** The office of the actor; null where it is no member of staff, and then that of the record is kept. */
  officeId: string | null;
  /** The establishment of the actor, whose MyPage the personal values go with; null where it is no employer. */
  establishmentId: string | null;
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
  /** The last row, held until the transaction ends: what is appended next follows it. */
  lockHead(): Promise<ChainHead>;
  /** Keeps the head, signed and held until the transaction ends: what is cut off behind it later is missed. */
  anchor(at: string, chainKey: Uint8Array): Promise<AuditAnchor>;
  /** Walks the chain from its first row to its head, past every anchor. */
  verify(chainKey: Uint8Array): Promise<ChainCheck>;
};

export type ChainHead = { seq: number; hash: string };

/** How many rows hold, the first that does not, and the head: the last row, which stands for all before it. */
export type ChainCheck = { rows: number; firstBad: number | null; head: ChainHead };

/** Where the office of a record stands, by the type of the record; other types belong to no office. */
const officeOf: Readonly<Record<string, (knex: Knex, id: string) => Knex.QueryBuilder>> = {
  posting: (knex, id) => knex('posting').where({ id }).select('office_id'),
  review: (knex, id) => knex('posting').where({ id }).select('office_id'),
  establishment: (knex, id) => knex('establishment').where({ id }).select('office_id'),
  change_request: (knex, id) => knex('change_request').where({ id }).select('office_id'),
  restriction: (knex, id) => knex('restriction').where({ id }).select('office_id'),
  staff: (knex, id) => knex('staff').where({ id }).select('office_id'),
  image: (knex, id) => knex('image').where({ id }).select('office_id'),
  referral: (knex, id) => knex('referral').where({ id }).select('office_id'),
  job_seeker: (knex, id) => knex('job_seeker').where({ id }).select('office_id'),
  erasure: (knex, id) => knex('erasure_certificate').where({ id }).select('office_id'),
  account: (knex, id) =>
    knex('account')
      .join('establishment', 'establishment.id', 'account.establishment_id')
      .where('account.id', id)
      .select('office_id'),
};

/** The office that an entry belongs to: whoever acts only reaches records of their own office. */
async function officeOfEntry(
  knex: Knex,
  { officeId, subject, actorKind, actorId }: AuditEntry,
): Promise<string | null> {
  if (officeId !== null) return officeId;
  const record = await officeOf[subject.type]?.(knex, subject.id).first();
  if (record !== undefined) return record.office_id;
  const own = actorKind === 'employer' ? await officeOf.account?.(knex, actorId).first() : undefined;
  return own?.office_id ?? null;
}

/** Where the establishment of a record stands, by the type of the record. */
const establishmentOf: Readonly<Record<string, string>> = {
  posting: 'posting',
  review: 'posting',
  account: 'account',
  change_request: 'change_request',
  image: 'image',
  referral: 'referral',
  restriction: 'restriction',
  extra_check: 'extra_check',
  staff_note: 'staff_note',
};

/** Whose MyPage an entry is about: that of the record, else that of the employer who acted. */
async function establishmentOfEntry(
  knex: Knex,
  { establishmentId, subject }: AuditEntry,
): Promise<string | null> {
  if (subject.type === 'establishment') return subject.id;
  const table = establishmentOf[subject.type];
  const record = table && (await knex(table).where({ id: subject.id }).first('establishment_id'));
  return record?.establishment_id ?? establishmentId;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** HMAC over the row's canonical JSON; `prev` inside it makes the rows a chain. */
export const auditHash = (chainKey: Uint8Array, row: Record<string, unknown>): string =>
  createHmac('sha256', chainKey)
    .update(JSON.stringify(row, Object.keys(row).sort()))
    .digest('hex');

export const commitmentOf = (salt: string, value: string): string => sha256(`${salt}\n${value}`);

export function auditStore(knex: Knex, dialect: Dialect): AuditStore {
  // The head row serialises writers on PostgreSQL, so audit order is commit order; SQLite has one writer.
  const lockHead = async (): Promise<ChainHead> => {
    const head = knex('audit_head').where({ id: 1 });
    return (dialect === 'postgres' ? head.forUpdate() : head).first('seq', 'hash');
  };
  return {
    append: async (entry, chainKey) => {
      const head = await lockHead();
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
        office_id: await officeOfEntry(knex, entry),
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
        prev: head.hash,
      };
      const hash = auditHash(chainKey, row);
      await knex('audit_entry').insert({ ...row, hash });
      if (personal.length > 0) {
        const establishmentId = await establishmentOfEntry(knex, entry);
        await knex('audit_personal').insert(
          personal.map((value) => ({ ...value, establishment_id: establishmentId })),
        );
      }
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
    lockHead,
    anchor: async (at, chainKey) => {
      const head = { ...(await lockHead()), at };
      const anchor = { ...head, signature: anchorSignature(chainKey, head) };
      await knex('audit_anchor').insert(anchor).onConflict('seq').ignore();
      return anchor;
    },
    verify: (chainKey) => verifyAuditChain(knex, chainKey),
  };
}

/** The signature of an anchor, so that a line of the log proves itself. */
export const anchorSignature = (
  chainKey: Uint8Array,
  { seq, hash, at }: Omit<AuditAnchor, 'signature'>,
): string => createHmac('sha256', chainKey).update(`anchor\n${seq}\n${hash}\n${at}`).digest('hex');

/**
 * Walks the chain from the first row; tells the count, the first row that does not hold, if any, and the head. An anchor
 * whose row is missing or another one tells that the end was cut off or written anew. Rows that are added meanwhile are
 * left to the next check.
 */
export async function verifyAuditChain(knex: Knex, chainKey: Uint8Array): Promise<ChainCheck> {
  const last = await knex('audit_entry').max({ seq: 'seq' }).first();
  const head: { seq: number; hash: string } = await knex('audit_head').where({ id: 1 }).first('seq', 'hash');
  const anchors: AuditAnchor[] = await knex('audit_anchor').where('seq', '>', 0).orderBy('seq');
  const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor]));
  const holds = ({ seq, hash }: ChainHead): boolean => {
    const anchor = anchored.get(seq);
    return (
      anchor === undefined || (anchor.hash === hash && anchor.signature === anchorSignature(chainKey, anchor))
    );
  };
  let prev = '';
  let rows = 0;
  while (rows < head.seq) {
    const page = await knex('audit_entry')
      .whereBetween('seq', [rows + 1, head.seq])
      .orderBy('seq')
      .limit(1_000);
    for (const { hash, ...row } of page) {
      if (
        row.seq !== rows + 1 ||
        row.prev !== prev ||
        auditHash(chainKey, row) !== hash ||
        !holds({ seq: row.seq, hash })
      )
        return { rows, firstBad: rows + 1, head };
      prev = hash;
      rows += 1;
    }
    if (page.length === 0) return { rows, firstBad: rows + 1, head };
  }
  const upTo = Math.max(Number(last?.seq ?? 0), anchors.at(-1)?.seq ?? 0);
  const whole = prev === head.hash && upTo <= head.seq;
  return { rows, firstBad: whole ? null : rows + 1, head };
}
