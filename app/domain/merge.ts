import type { Instant } from './clock.ts';
import type { Establishment } from './establishment.ts';
import { freeSlot, type Image, isCounted } from './image.ts';

/**
 * What becomes of a merged record's rows in each table that names an establishment: they move to the one that is kept,
 * or stay where they are because they tell of that record alone.
 */
export const mergedTables = {
  account: 'moves',
  assist_session: 'stays',
  audit_personal: 'stays',
  change_request: 'moves',
  erasure_mark: 'stays',
  establishment_distinct: 'stays',
  establishment_merge: 'stays',
  establishment_search_part: 'stays',
  establishment_transfer: 'stays',
  establishment_version: 'stays',
  extra_check: 'moves',
  image: 'moves',
  invitation: 'moves',
  job: 'moves',
  legal_hold: 'stays',
  mismatch_complaint: 'moves',
  posting: 'moves',
  referral: 'moves',
  refusal_period: 'moves',
  restriction: 'moves',
  staff_note: 'moves',
  suspension: 'moves',
  visit: 'moves',
} as const satisfies Record<string, 'moves' | 'stays'>;

export type MovedTable = {
  [Table in keyof typeof mergedTables]: (typeof mergedTables)[Table] extends 'moves' ? Table : never;
}[keyof typeof mergedTables];

export const movedTables = (Object.keys(mergedTables) as (keyof typeof mergedTables)[]).filter(
  (table): table is MovedTable => mergedTables[table] === 'moves',
);

/** One of two records as far as a merge asks. */
export type MergeSide = Pick<Establishment, 'id' | 'officeId' | 'state' | 'corporateNumber'> & {
  /** Somebody can sign in, or has withdrawn and still may come back. */
  mypageInUse: boolean;
  restricted: boolean;
  suspended: boolean;
  /** A request to change the establishment's own data waits for the counter or for the employer. */
  changing: boolean;
  /** Images that count towards the number an establishment may have. */
  images: number;
};

export type MergeObstacle =
  | 'merge-other-office'
  | 'merge-state'
  | 'merge-other-corporation'
  | 'merge-two-mypages'
  | 'merge-restricted'
  | 'merge-suspended'
  | 'merge-changing'
  | 'merge-too-many-images';

/** Why `merged` cannot become part of `kept` as things are; null when it can. */
export function mergeObstacle(kept: MergeSide, merged: MergeSide, mostImages: number): MergeObstacle | null {
  const either = (is: (side: MergeSide) => boolean): boolean => is(kept) || is(merged);
  if (kept.officeId !== merged.officeId) return 'merge-other-office';
  if (kept.state !== 'registered' || (merged.state !== 'registered' && merged.state !== 'provisional'))
    return 'merge-state';
  const corporations = new Set([kept, merged].flatMap(({ corporateNumber }) => corporateNumber ?? []));
  if (corporations.size > 1) return 'merge-other-corporation';
  if (kept.mypageInUse && merged.mypageInUse) return 'merge-two-mypages';
  if (either(({ restricted }) => restricted)) return 'merge-restricted';
  if (either(({ suspended }) => suspended)) return 'merge-suspended';
  if (merged.changing) return 'merge-changing';
  if (kept.images + merged.images > mostImages) return 'merge-too-many-images';
  return null;
}

/** 統合 of a record into another one of the same establishment. */
export type Merge = {
  mergedId: string;
  /** The record that is kept, even where the one it was merged into was merged itself later. */
  keptId: string;
  reason: string;
  mergedBy: string;
  mergedAt: Instant;
};

export type ImagePlace = Pick<Image, 'id' | 'slot' | 'position'>;

/** The places of images that join those of another establishment: behind them, in their own order. */
export function placesBehind(there: readonly Image[], joining: readonly Image[]): ImagePlace[] {
  const taken = there.flatMap(({ slot }) => slot ?? []);
  const last = Math.max(0, ...there.map(({ position }) => position));
  return joining.map((image, index) => {
    const slot = isCounted(image.state) ? freeSlot(taken) : null;
    if (slot !== null) taken.push(slot);
    return { id: image.id, slot, position: last + index + 1 };
  });
}
