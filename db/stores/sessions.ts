import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import { fromJson, toJson } from '../rows.ts';

/** Who the session is for: staff, an employer signed in, or someone on the way through パスワード登録. */
export type Audience = 'staff' | 'mypage' | 'start';

/** A server-side session; the cookie holds the id, the table only its SHA-256. */
export type Session = {
  idHash: string;
  audience: Audience;
  subjectId: string | null;
  data: Readonly<Record<string, string>>;
  createdAt: Instant;
  seenAt: Instant;
};

export type SessionStore = {
  find(idHash: string, audience: Audience): Promise<Session | undefined>;
  insert(session: Session): Promise<void>;
  touch(idHash: string, seenAt: Instant): Promise<void>;
  setData(idHash: string, data: Readonly<Record<string, string>>): Promise<void>;
  remove(idHash: string): Promise<void>;
  removeAllOf(subjectId: string): Promise<void>;
  /** Every session of the subject but one; how many there were. */
  removeOthersOf(subjectId: string, keptIdHash: string): Promise<number>;
  /** How many were used at that moment or since. */
  seenSince(since: Instant): Promise<Record<Audience, number>>;
};

export function sessionStore(knex: Knex): SessionStore {
  return {
    find: async (idHash, audience) => {
      const row = await knex('session').where({ id_hash: idHash, audience }).first();
      return (
        row && {
          idHash: row.id_hash,
          audience: row.audience,
          subjectId: row.subject_id,
          data: fromJson(row.data),
          createdAt: row.created_at,
          seenAt: row.seen_at,
        }
      );
    },
    insert: async (session) => {
      await knex('session').insert({
        id_hash: session.idHash,
        audience: session.audience,
        subject_id: session.subjectId,
        data: toJson(session.data),
        created_at: session.createdAt,
        seen_at: session.seenAt,
      });
    },
    touch: async (idHash, seenAt) => {
      await knex('session').where({ id_hash: idHash }).update({ seen_at: seenAt });
    },
    setData: async (idHash, data) => {
      await knex('session')
        .where({ id_hash: idHash })
        .update({ data: toJson(data) });
    },
    remove: async (idHash) => {
      await knex('session').where({ id_hash: idHash }).delete();
    },
    removeAllOf: async (subjectId) => {
      await knex('session').where({ subject_id: subjectId }).delete();
    },
    removeOthersOf: (subjectId, keptIdHash) =>
      knex('session').where({ subject_id: subjectId }).whereNot('id_hash', keptIdHash).delete(),
    seenSince: async (since) => {
      const rows: { audience: Audience; count: number }[] = await knex('session')
        .where('seen_at', '>=', since)
        .groupBy('audience')
        .select('audience')
        .count('* as count');
      const none = { staff: 0, mypage: 0, start: 0 };
      return { ...none, ...Object.fromEntries(rows.map((row) => [row.audience, Number(row.count)])) };
    },
  };
}
