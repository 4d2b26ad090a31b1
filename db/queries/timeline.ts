import type { Knex } from 'knex';
import type { Actor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { fromJson } from '../rows.ts';

/** One line of 経過: who did what and when, with the few figures its sentence needs. Never personal values. */
export type TimelineEntry = {
  seq: number;
  at: Instant;
  actorKind: Actor['kind'];
  /** Name of the member of staff; null for everybody else. */
  actorName: string | null;
  action: string;
  subject: { type: string; id: string };
  number: string | null;
  dueDate: string | null;
  ground: string | null;
  settlement: string | null;
  /** The day a 保留 ends. */
  until: CalendarDate | null;
};

type Row = {
  seq: number;
  at: string;
  actor_kind: Actor['kind'];
  name: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: string;
};

type Detail = {
  number?: string | null;
  dueDate?: string | null;
  ground?: string;
  settlement?: string;
  until?: string;
  verdict?: { dueDate?: string };
};

const entryFrom = (row: Row): TimelineEntry => {
  const detail = fromJson<Detail>(row.detail);
  return {
    seq: row.seq,
    at: row.at,
    actorKind: row.actor_kind,
    actorName: row.name,
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id },
    number: detail.number ?? null,
    dueDate: detail.dueDate ?? detail.verdict?.dueDate ?? null,
    ground: detail.ground ?? null,
    settlement: detail.settlement ?? null,
    until: detail.until ?? null,
  };
};

/** Acts that happen all the time and say nothing about the record. */
const everyday = [
  'posting.stepSaved',
  'changeRequest.stepSaved',
  'changeRequest.drafted',
  'changeRequest.establishmentDrafted',
  'account.signedIn',
  'account.signedOut',
  'account.keyRequested',
  'account.emailChangeAsked',
  'account.otherSessionsEnded',
  'account.dataDownloaded',
];

/**
 * The newest entries of the audit log about these subjects, newest first. The caller has found the subjects within
 * the actor's reach; a group of ids may be a subquery.
 */
export async function timelineOf(
  knex: Knex,
  subjects: readonly { type: string; ids: readonly string[] | Knex.QueryBuilder }[],
  limit = 30,
): Promise<TimelineEntry[]> {
  const rows: Row[] = await knex('audit_entry')
    .leftJoin('staff', 'staff.id', 'audit_entry.actor_id')
    .where((any) => {
      for (const { type, ids } of subjects)
        any.orWhere((one) => one.where('subject_type', type).whereIn('subject_id', ids as string[]));
    })
    .whereNotIn('action', everyday)
    .orderBy('seq', 'desc')
    .limit(limit)
    .select('seq', 'at', 'actor_kind', 'staff.name', 'action', 'subject_type', 'subject_id', 'detail');
  return rows.map(entryFrom);
}
