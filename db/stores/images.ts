import type { Knex } from 'knex';
import type { Image } from '#app/domain/image.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { fromJson, toJson } from '../rows.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  state: Image['state'];
  slot: number | null;
  position: number;
  purpose: Image['purpose'];
  caption: string | null;
  alt: string | null;
  format: Image['format'];
  bytes: number;
  hash: string;
  width: number;
  height: number;
  uploaded_by: string;
  uploaded_at: string;
  decision_id: string | null;
  decided_by: string | null;
  decided_at: string | null;
  reasons: string;
  message: string | null;
  version: number;
};

const decisionFrom = (row: Row): Image['decision'] =>
  row.decision_id === null || row.decided_by === null || row.decided_at === null
    ? null
    : {
        id: row.decision_id,
        by: row.decided_by,
        at: row.decided_at,
        reasons: fromJson<string[]>(row.reasons),
        message: row.message,
      };

const recordFrom = (row: Row): Image => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  state: row.state,
  slot: row.slot,
  position: row.position,
  purpose: row.purpose,
  caption: row.caption,
  alt: row.alt,
  format: row.format,
  bytes: row.bytes,
  hash: row.hash,
  width: row.width,
  height: row.height,
  uploadedBy: row.uploaded_by,
  uploadedAt: row.uploaded_at,
  decision: decisionFrom(row),
  version: row.version,
});

/** What an update may change. */
const columnsFrom = ({ state, slot, position, purpose, caption, alt, decision }: Image) => ({
  state,
  slot,
  position,
  purpose,
  caption,
  alt,
  decision_id: decision?.id ?? null,
  decided_by: decision?.by ?? null,
  decided_at: decision?.at ?? null,
  reasons: toJson(decision?.reasons ?? []),
  message: decision?.message ?? null,
});

export type ImageStore = {
  /** The database refuses a place that is taken. */
  insert(image: Image): Promise<void>;
  /** Throws StaleRecord when the image has changed since it was read. */
  update(image: Image): Promise<void>;
  find(scope: Scope, id: string): Promise<Image | undefined>;
  /** Everything but what was removed, in the order of the page. */
  of(establishmentId: string): Promise<readonly Image[]>;
  /** The same, and nobody else adds to the establishment before this transaction ends. */
  lockOf(establishmentId: string): Promise<readonly Image[]>;
  /** What one decision was about. */
  decidedIn(decisionId: string): Promise<readonly Image[]>;
  /** Which of these ids have a picture to show: rows that are not removed. */
  /** Ids of images that are not removed after the one with id `after`, in order; '' begins. */
  shownAfter(after: string, limit: number): Promise<string[]>;
  shownAmong(ids: readonly string[]): Promise<readonly string[]>;
};

export function imageStore(knex: Knex): ImageStore {
  const of = async (establishmentId: string): Promise<readonly Image[]> => {
    const rows: Row[] = await knex('image')
      .where({ establishment_id: establishmentId })
      .whereNot('state', 'removed')
      .orderBy(['position', 'id']);
    return rows.map(recordFrom);
  };
  return {
    insert: async (image) => {
      await knex('image').insert({
        id: image.id,
        establishment_id: image.establishmentId,
        office_id: image.officeId,
        ...columnsFrom(image),
        format: image.format,
        bytes: image.bytes,
        hash: image.hash,
        width: image.width,
        height: image.height,
        uploaded_by: image.uploadedBy,
        uploaded_at: image.uploadedAt,
        version: image.version,
      });
    },
    update: (image) => updateVersion(knex, 'image', image, columnsFrom(image)),
    find: async (scope, id) => {
      const row: Row | undefined = await knex('image').where(inScope(scope)).where({ id }).first();
      return row && recordFrom(row);
    },
    of,
    lockOf: async (establishmentId) => {
      // PostgreSQL waits at this row; on SQLite the transaction holds the only write lock already.
      await knex('establishment').where({ id: establishmentId }).forUpdate().first('id');
      return of(establishmentId);
    },
    decidedIn: async (decisionId) => {
      const rows: Row[] = await knex('image').where({ decision_id: decisionId }).orderBy(['position', 'id']);
      return rows.map(recordFrom);
    },
    shownAfter: (after, limit) =>
      knex('image')
        .where('id', '>', after)
        .whereNot('state', 'removed')
        .orderBy('id')
        .limit(limit)
        .pluck('id'),
    shownAmong: (ids) =>
      knex('image')
        .whereIn('id', [...ids])
        .whereNot('state', 'removed')
        .pluck('id'),
  };
}
