import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import type { Establishment, ReplacementCause } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { PostingContent } from '#app/domain/posting.ts';
import { changeRequestStore } from '../stores/changeRequests.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore } from '../stores/postings.ts';

/** What made a version: who replaced the one before it, when and why. */
export type Replacement = {
  id: string;
  at: Instant;
  /** Name of the member of staff; null where nobody is known any more. */
  by: string | null;
  cause: ReplacementCause;
  requestId: string | null;
  reason: string | null;
};

/** Content or data as they were in force; `made` is null for the first version. */
export type Version = { values: PostingContent; made: Replacement | null };

export type VersionHistory = {
  establishment: Pick<Establishment, 'id' | 'name'>;
  /** From when the first version was in force. */
  begunOn: CalendarDate | null;
  /** Newest first: the first is in force. */
  versions: readonly Version[];
};

/**
 * Versions in a row from what is in force and what was replaced.
 * @param replaced newest first, each with the values that the replacement ended
 */
const inRow = (
  inForce: PostingContent,
  replaced: readonly { values: PostingContent; made: Replacement }[],
): Version[] => [
  { values: inForce, made: replaced[0]?.made ?? null },
  ...replaced.map(({ values }, index) => ({ values, made: replaced[index + 1]?.made ?? null })),
];

/** Who accepted each of these requests. */
async function acceptedBy(knex: Knex, requestIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await knex('audit_entry')
    .join('staff', 'staff.id', 'audit_entry.actor_id')
    .where({ subject_type: 'change_request', action: 'changeRequest.accepted' })
    .whereIn('subject_id', [...requestIds])
    .select('subject_id', 'staff.name');
  return new Map(rows.map((row) => [row.subject_id, row.name]));
}

/** The contents of a posting that were in force; null outside the actor's reach and for drafts. */
export async function postingVersions(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<(VersionHistory & { posting: { id: string; jobTitle: string | null } }) | null> {
  const scope = scopeOf(actor);
  const posting = await postingStore(knex).find(scope, id);
  const establishment = posting && (await establishmentStore(knex).find(scope, posting.establishmentId));
  if (posting === undefined || posting.state === 'draft' || establishment === undefined) return null;
  const replaced = await changeRequestStore(knex).versionsOf(id);
  const names = await acceptedBy(
    knex,
    replaced.map(({ requestId }) => requestId),
  );
  return {
    posting: { id, jobTitle: posting.jobTitle },
    establishment: { id: establishment.id, name: establishment.name },
    begunOn: posting.acceptedOn,
    versions: inRow(
      posting.content,
      replaced.map((version) => ({
        values: version.content,
        made: {
          id: version.id,
          at: version.replacedAt,
          by: names.get(version.requestId) ?? null,
          cause: 'request',
          requestId: version.requestId,
          reason: null,
        },
      })),
    ),
  };
}

/** The data of an establishment that were in force; null outside the actor's reach. */
export async function establishmentVersions(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<VersionHistory | null> {
  const stored = establishmentStore(knex);
  const establishment = await stored.find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const replaced = await stored.versionsOf(id);
  const staff = await knex('staff')
    .whereIn(
      'id',
      replaced.map(({ replacedBy }) => replacedBy),
    )
    .select('id', 'name');
  const names = new Map(staff.map((member) => [member.id, member.name]));
  return {
    establishment: { id, name: establishment.name },
    begunOn: businessDate(new Date(establishment.createdAt)),
    versions: inRow(
      establishment.details,
      replaced.map(({ id: version, details, replacedAt, replacedBy, cause, requestId, reason }) => ({
        values: details,
        made: { id: version, at: replacedAt, by: names.get(replacedBy) ?? null, cause, requestId, reason },
      })),
    ),
  };
}
