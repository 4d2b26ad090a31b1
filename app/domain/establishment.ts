import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/**
 * 仮登録 by the employer online, 登録済 once the counter has checked it, 移管済 at its former office (domain.md §3), 統合済み
 * where another record of the same establishment is kept.
 */
export const establishmentStates = ['provisional', 'registered', 'transferred_out', 'merged'] as const;
export type EstablishmentState = (typeof establishmentStates)[number];

/** 事業所: the unit of the MyPage, registered at the office with jurisdiction over its address. */
export type Establishment = {
  id: string;
  officeId: string;
  state: EstablishmentState;
  /** 事業所番号 4-6-1; null until the counter has entered it. */
  number: string | null;
  /** 法人番号, 13 digits; null for sole proprietors. */
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  phone: string;
  /** All values of the establishment form, by field name (app/forms/establishment.ts). */
  details: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  registeredOn: CalendarDate | null;
  version: number;
  createdAt: Instant;
};

/** What has replaced data that were in force: 本登録, a correction at the counter, an accepted change request. */
export const replacementCauses = ['registration', 'correction', 'request'] as const;
export type ReplacementCause = (typeof replacementCauses)[number];

/** Data of an establishment that were in force until `replacedAt`. */
export type EstablishmentVersion = {
  id: string;
  establishmentId: string;
  details: Establishment['details'];
  cause: ReplacementCause;
  /** The accepted change request; null for the other causes. */
  requestId: string | null;
  /** Why the counter corrected; null for the other causes. */
  reason: string | null;
  /** Member of staff. */
  replacedBy: string;
  replacedAt: Instant;
};

/**
 * Whether the office still has jurisdiction once the address is this one: `outside` in another prefecture, `uncertain`
 * in another municipality of the same, null where neither changes. 所在地を管轄するハローワーク keeps the record.
 */
export function jurisdictionAfter(
  before: Establishment['details'],
  after: Establishment['details'],
  office: { prefecture: string },
): 'outside' | 'uncertain' | null {
  const moved = (name: string): boolean => (before[name] ?? null) !== (after[name] ?? null);
  if (!moved('prefecture') && !moved('city')) return null;
  return after.prefecture === office.prefecture ? 'uncertain' : 'outside';
}

/** Why an existing record may be the same establishment; shown before a new one is made. */
export type DuplicateMatch = {
  establishmentId: string;
  matched: readonly ('number' | 'corporateNumber' | 'name' | 'phone')[];
};
